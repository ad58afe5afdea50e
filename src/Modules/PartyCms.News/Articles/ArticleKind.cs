namespace PartyCms.News.Articles;

/// <summary>One of the three kinds of article, and how its lists and sections look.</summary>
/// <param name="Type">Name of the content type.</param>
/// <param name="Prefix">First segment of its addresses.</param>
/// <param name="Title">Heading of its list.</param>
/// <param name="Description">What readers find there.</param>
/// <param name="SectionPosition">Place of its section on home and branch pages.</param>
/// <param name="IsCompact">Whether its section shows titles only.</param>
internal sealed record ArticleKind(
    string Type, string Prefix, string Title, string Description, int SectionPosition, bool IsCompact)
{
    public static ArticleKind News { get; } =
        new(ArticleTypes.News, "news", "支部动态", "各支部最近的活动、学习和身边事。", 200, IsCompact: false);

    public static ArticleKind Guide { get; } =
        new(ArticleTypes.Guide, "guides", "党务指南", "办事怎么办、找谁、带什么，一页讲清楚。", 410, IsCompact: true);

    public static ArticleKind Notice { get; } =
        new(ArticleTypes.Notice, "notices", "通知公告", "最近要知道、要参加的事。", 400, IsCompact: true);

    public static IReadOnlyList<ArticleKind> All { get; } = [News, Guide, Notice];

    /// <summary>The kind whose addresses begin with a segment that the route has let through.</summary>
    public static ArticleKind Of(string prefix) => All.Single(kind => kind.Prefix == prefix);
}
