namespace PartyCms.Kernel.Text;

/// <summary>A piece of a snippet: text of the original, and whether the query asked for it.</summary>
/// <param name="Text">Plain text; encode it where HTML is written.</param>
/// <param name="IsHit">Whether to mark it.</param>
public readonly record struct SnippetSegment(string Text, bool IsHit);
