using System.Text.Json.Nodes;

namespace PartyCms.Kernel.Content.Definitions;

/// <summary>The parts that the CMS itself gives a meaning, by their names on the wire.</summary>
public static class StandardParts
{
    /// <summary>A title.</summary>
    public const string Title = "TitlePart";

    /// <summary>A body of rich text.</summary>
    public const string HtmlBody = "HtmlBodyPart";

    /// <summary>A body in Markdown.</summary>
    public const string MarkdownBody = "MarkdownBodyPart";

    /// <summary>A public address.</summary>
    public const string Autoroute = "AutoroutePart";

    /// <summary>A name other programs find the item by.</summary>
    public const string Alias = "AliasPart";

    /// <summary>Items that stand in this one's list.</summary>
    public const string List = "ListPart";

    /// <summary>The list an item stands in.</summary>
    public const string Contained = "ContainedPart";

    /// <summary>Named pieces within the item.</summary>
    public const string Bag = "BagPart";

    /// <summary>A page put together of widgets.</summary>
    public const string Flow = "FlowPart";

    /// <summary>A tree of terms.</summary>
    public const string Taxonomy = "TaxonomyPart";

    /// <summary>A menu.</summary>
    public const string Menu = "MenuPart";

    /// <summary>The entries of a menu, or below an entry.</summary>
    public const string MenuItems = "MenuItemsListPart";

    /// <summary>When to publish by itself.</summary>
    public const string PublishLater = "PublishLaterPart";

    /// <summary>When to take down by itself.</summary>
    public const string ArchiveLater = "ArchiveLaterPart";

    /// <summary>The branch an item belongs to.</summary>
    public const string Branch = "PartyBranchPart";

    /// <summary>Summary, cover, column and contributor of an article.</summary>
    public const string Article = "ArticlePart";

    private static readonly (string Name, string DisplayName)[] Names =
    [
        (Title, "标题"), (HtmlBody, "正文"), (MarkdownBody, "Markdown 正文"), (Autoroute, "网址"), (Alias, "别名"),
        (List, "列表"), (Contained, "所在列表"), (Bag, "内容块"), (Flow, "页面组件"), (Taxonomy, "分类"), (Menu, "菜单"),
        (MenuItems, "菜单项"), (PublishLater, "定时发布"), (ArchiveLater, "定时下线"), (Branch, "所属支部"),
        ("LinkMenuItemPart", "链接"), ("ContentMenuItemPart", "内容链接"), ("HtmlMenuItemPart", "自由内容"), ("TermPart", "分类项"),
        ("CommonPart", "作者与日期"), ("AuditTrailPart", "版本说明"), ("PreviewPart", "预览"), ("SeoMetaPart", "搜索引擎信息"),
        ("CorrectionPart", "更正"),
    ];

    /// <summary>Their definitions: what Orchard Core defines without fields, and our article part.</summary>
    public static IReadOnlyList<ContentPartDefinition> All { get; } =
    [
        .. Names.Select(part => Define(part.Name, part.DisplayName)),
        Define(Article, "文章信息",
            Field("TextField", "Summary", "摘要", 0), Field("MediaField", "Cover", "封面图片", 1, ("Multiple", false)),
            Field("TextField", "Column", "栏目", 2), Field("TextField", "Contributor", "供稿", 3), Field("BooleanField", "Pinned", "置顶", 4),
            Field("DateField", "PinnedUntil", "置顶到", 5), Field("NumericField", "PinnedOrder", "置顶次序", 6)),
    ];

    private static ContentPartDefinition Define(string name, string displayName, params IReadOnlyList<ContentFieldDefinition> fields) => new()
    {
        Name = name,
        Settings = new JsonObject { ["ContentPartSettings"] = new JsonObject { ["Attachable"] = true, ["DisplayName"] = displayName } },
        Fields = fields,
    };

    private static ContentFieldDefinition Field(
        string kind, string name, string displayName, int position, params ReadOnlySpan<(string Name, bool Value)> settings)
    {
        var own = new JsonObject();
        foreach (var (setting, value) in settings)
        {
            own[setting] = value;
        }

        return new ContentFieldDefinition(kind, name, new JsonObject
        {
            ["ContentPartFieldSettings"] = new JsonObject { ["DisplayName"] = displayName, ["Position"] = $"{position}" },
            [$"{kind}Settings"] = own,
        });
    }
}
