namespace PartyCms.Kernel.Web;

/// <summary>One entry of a public list or card. It holds no person.</summary>
/// <param name="Href">Address, encoded.</param>
/// <param name="Title">Title.</param>
/// <param name="Summary">One or two sentences, or empty.</param>
/// <param name="Meta">Small print, such as 清禾电器党支部 · 11月20日.</param>
/// <param name="CoverSrc">Address of the picture, or null.</param>
/// <param name="CoverAlt">Alternative text of the picture.</param>
/// <param name="Badge">A word in a frame, such as 置顶 or the group of a disclosure; or null.</param>
public sealed record SummaryRow(
    string Href, string Title, string Summary, string Meta, string? CoverSrc = null, string? CoverAlt = null, string? Badge = null);

/// <summary>Model of the shared partial <c>_SummaryList</c>.</summary>
/// <param name="Rows">Entries in order.</param>
/// <param name="NextHref">Address of the next page; null on the last.</param>
/// <param name="EmptyText">What to say when there is none.</param>
public sealed record SummaryList(IReadOnlyList<SummaryRow> Rows, string? NextHref = null, string EmptyText = "这里还没有内容。");

/// <summary>Model of the shared partial <c>_SummarySection</c>: a titled block with a few entries, on home and branch pages.</summary>
/// <param name="Title">Heading.</param>
/// <param name="MoreHref">Address of the whole list.</param>
/// <param name="Rows">Entries.</param>
/// <param name="IsCompact">Titles only, without pictures.</param>
public sealed record SummarySection(string Title, string MoreHref, IReadOnlyList<SummaryRow> Rows, bool IsCompact = false);
