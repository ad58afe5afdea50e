using Microsoft.AspNetCore.Html;

namespace PartyCms.Kernel.Web;

/// <summary>A link from one article to another.</summary>
/// <param name="Href">Address, encoded.</param>
/// <param name="Title">Title.</param>
/// <param name="On">Date of first publication, such as 2026年11月21日.</param>
/// <param name="IsWithdrawn">Whether only its tombstone stands there.</param>
public sealed record ArticleLink(string Href, string Title, string On, bool IsWithdrawn);

/// <summary>Model of the shared partial <c>_Article</c>: a published item as readers see it. It holds no person.</summary>
public sealed record ArticleView
{
    /// <summary>Title, the page's only <c>h1</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Name of the kind, such as 支部动态.</summary>
    public required string Kind { get; init; }

    /// <summary>Address of the list it belongs to.</summary>
    public required string KindHref { get; init; }

    /// <summary>Sanitised body.</summary>
    public required IHtmlContent Body { get; init; }

    /// <summary>Plain summary, for search engines and share cards.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Name of the branch; empty for the platform.</summary>
    public string BranchName { get; init; } = "";

    /// <summary>Address of the branch's page, or null.</summary>
    public string? BranchHref { get; init; }

    /// <summary>First publication, such as 2026年11月21日 09:30.</summary>
    public required string PublishedOn { get; init; }

    /// <summary>Last edition, where it is a later one; or null.</summary>
    public string? UpdatedOn { get; init; }

    /// <summary>Unit or person who sent the text (供稿), or null.</summary>
    public string? Contributor { get; init; }

    /// <summary>Address of the cover picture, or null.</summary>
    public string? CoverSrc { get; init; }

    /// <summary>Alternative text of the cover picture.</summary>
    public string? CoverAlt { get; init; }

    /// <summary>Label and value pairs shown between title and body, such as 公开类别 and 党费收缴使用.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Facts { get; init; } = [];

    /// <summary>What was wrong and is now right (更正), or null.</summary>
    public string? Correction { get; init; }

    /// <summary>The item that this one corrects, or null.</summary>
    public ArticleLink? Corrects { get; init; }

    /// <summary>Notices that correct this item, newest first.</summary>
    public IReadOnlyList<ArticleLink> Corrections { get; init; } = [];

    /// <summary>What changed in later editions, newest first: date and note.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Changes { get; init; } = [];

    /// <summary>Ids of other items whose title the page shows; a change of theirs changes the page.</summary>
    public IReadOnlyList<string> ShownItems { get; init; } = [];

    /// <summary>Address of this page, encoded, without origin.</summary>
    public required string Href { get; init; }
}
