namespace PartyCms.Contents.Editing;

/// <summary>What lists of the administration call an item.</summary>
internal static class ShownTitle
{
    /// <summary>Its title; drafts may have none yet, and must be found all the same.</summary>
    public static string Of(string? title) => string.IsNullOrWhiteSpace(title) ? "（没有标题）" : title;
}
