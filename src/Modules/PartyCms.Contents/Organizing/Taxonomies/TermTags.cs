namespace PartyCms.Contents.Organizing.Taxonomies;

/// <summary>Tags of cached pages that list the items of a term.</summary>
internal static class TermTags
{
    public static string Of(string termId) => "term:" + termId;
}
