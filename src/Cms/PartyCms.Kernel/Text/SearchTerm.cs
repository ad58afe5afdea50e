namespace PartyCms.Kernel.Text;

/// <summary>A part of a query that must be found as it stands.</summary>
/// <param name="Text">The folded words, for <see cref="Snippets"/>.</param>
/// <param name="Tokens">Tokens that must follow each other.</param>
/// <param name="IsPrefix">Whether the only token is one character, to be asked for as the beginning of a token.</param>
public sealed record SearchTerm(string Text, IReadOnlyList<string> Tokens, bool IsPrefix);
