using Microsoft.AspNetCore.Html;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;

namespace PartyCms.Kernel.Web;

/// <summary>
/// Model of the view that shows an item of any type: <c>/Pages/Shared/Content-{Type}.cshtml</c> of a module or theme, else
/// the one that comes along. It holds no person.
/// </summary>
public sealed record ContentView
{
    /// <summary>The item, for what a view of its own wants to show otherwise.</summary>
    public required ContentItem Item { get; init; }

    /// <summary>Title, the page's only <c>h1</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Name of the type.</summary>
    public required string Kind { get; init; }

    /// <summary>Plain summary, for search engines and share cards.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Address of this page, encoded, without origin.</summary>
    public required string Href { get; init; }

    /// <summary>The lists it stands in, outermost first.</summary>
    public IReadOnlyList<ContentLink> Trail { get; init; } = [];

    /// <summary>Name of the branch; empty for the platform.</summary>
    public string BranchName { get; init; } = "";

    /// <summary>Address of the branch's page, or null.</summary>
    public string? BranchHref { get; init; }

    /// <summary>First publication, such as 2026年11月21日 09:30.</summary>
    public required string PublishedOn { get; init; }

    /// <summary>Last edition, where it is a later one; or null.</summary>
    public string? UpdatedOn { get; init; }

    /// <summary>Address of the cover picture, or null.</summary>
    public string? CoverSrc { get; init; }

    /// <summary>Alternative text of the cover picture.</summary>
    public string? CoverAlt { get; init; }

    /// <summary>What was wrong and is now right (更正), or null.</summary>
    public string? Correction { get; init; }

    /// <summary>Body, fields and pieces in the order of their positions.</summary>
    public IReadOnlyList<ContentBlock> Blocks { get; init; } = [];

    /// <summary>The items in its list; null where it is none.</summary>
    public SummaryList? Children { get; init; }
}

/// <summary>An address with its words.</summary>
/// <param name="Href">Address, safe to link to.</param>
/// <param name="Text">Words to click on.</param>
public sealed record ContentLink(string Href, string Text);

/// <summary>A picture or file.</summary>
/// <param name="Src">Address.</param>
/// <param name="Text">Alternative text of a picture, or the name of a file.</param>
/// <param name="IsImage">Whether it is shown as a picture.</param>
public sealed record ContentFile(string Src, string Text, bool IsImage);

/// <summary>One thing that a page of an item shows: of these, what is not empty.</summary>
public sealed record ContentBlock
{
    /// <summary>Its name for people; empty for the body.</summary>
    public string Label { get; init; } = "";

    /// <summary>The field it shows; null for a part.</summary>
    public ContentFieldDefinition? Field { get; init; }

    /// <summary>Words, numbers and dates.</summary>
    public string Text { get; init; } = "";

    /// <summary>Sanitised rich text.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>Addresses.</summary>
    public IReadOnlyList<ContentLink> Links { get; init; } = [];

    /// <summary>Pictures and files.</summary>
    public IReadOnlyList<ContentFile> Files { get; init; } = [];

    /// <summary>Items within the item, each with its title and blocks.</summary>
    public IReadOnlyList<ContentPiece> Pieces { get; init; } = [];

    /// <summary>Whether it is one line, shown beside its label.</summary>
    public bool IsFact => Html is null && Files.Count == 0 && Pieces.Count == 0;
}

/// <summary>An item within another.</summary>
/// <param name="Title">Title, or empty.</param>
/// <param name="Blocks">What it shows.</param>
public sealed record ContentPiece(string Title, IReadOnlyList<ContentBlock> Blocks);
