namespace PartyCms.Kernel.Content.Fields;

/// <summary>A kind of field that the CMS edits, checks and shows. An item may hold others; they are kept as they came.</summary>
/// <param name="Name">Its name on the wire, such as <c>TextField</c>.</param>
/// <param name="DisplayName">Its name for people, such as 文字.</param>
/// <param name="Value">The property that says whether it is filled in, such as <c>Text</c>.</param>
public sealed record FieldKind(string Name, string DisplayName, string Value)
{
    /// <summary>Plain text, of one line or several.</summary>
    public const string Text = "TextField";

    /// <summary>Rich text.</summary>
    public const string Html = "HtmlField";

    /// <summary>Text in Markdown.</summary>
    public const string Markdown = "MarkdownField";

    /// <summary>Yes or no.</summary>
    public const string Boolean = "BooleanField";

    /// <summary>A number.</summary>
    public const string Numeric = "NumericField";

    /// <summary>A day.</summary>
    public const string Date = "DateField";

    /// <summary>An instant, UTC on the wire.</summary>
    public const string DateTime = "DateTimeField";

    /// <summary>A time of day.</summary>
    public const string Time = "TimeField";

    /// <summary>An address with the words to click on.</summary>
    public const string Link = "LinkField";

    /// <summary>Pictures and files of the library.</summary>
    public const string Media = "MediaField";

    /// <summary>Other items.</summary>
    public const string ContentPicker = "ContentPickerField";

    /// <summary>Terms of a taxonomy.</summary>
    public const string Taxonomy = "TaxonomyField";

    /// <summary>People with an account.</summary>
    public const string UserPicker = "UserPickerField";

    /// <summary>Several texts.</summary>
    public const string MultiText = "MultiTextField";

    /// <summary>All kinds, in the order in which they are offered.</summary>
    public static IReadOnlyList<FieldKind> All { get; } =
    [
        new(Text, "文字", "Text"), new(Html, "图文", "Html"), new(Markdown, "Markdown", "Markdown"), new(Boolean, "是或否", "Value"),
        new(Numeric, "数字", "Value"), new(Date, "日期", "Value"), new(DateTime, "日期和时间", "Value"), new(Time, "时间", "Value"),
        new(Link, "链接", "Url"), new(Media, "图片和文件", "Paths"), new(ContentPicker, "其他内容", "ContentItemIds"),
        new(Taxonomy, "分类", "TermContentItemIds"), new(UserPicker, "人员", "UserIds"), new(MultiText, "多项文字", "Values"),
    ];

    /// <summary>The kind of a name, or null where it is kept only.</summary>
    public static FieldKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
