using PartyCms.Kernel.Content.Fields;

namespace PartyCms.Contents.Defining;

/// <summary>The settings of a field that the administration asks for, by its kind.</summary>
internal static class FieldSettings
{
    public const string DisplayName = "ContentPartFieldSettings.DisplayName";

    public const string Editor = "ContentPartFieldSettings.Editor";

    public const string Position = "ContentPartFieldSettings.Position";

    public const string ListOptions = FieldOption.ListSettings + ".Options";

    public const string Pattern = FieldPattern.Settings + ".Pattern";

    /// <summary>All settings of a kind of field, its name for people first.</summary>
    public static IReadOnlyList<DefinitionSetting> Of(string kind) =>
    [
        new(DisplayName, "名称", SettingKind.Text, "写的人和读者都看到。") { MaxLength = 100 },
        new($"{kind}Settings.Hint", "提示", SettingKind.Text, "写在输入框下面。"),
        .. kind == FieldKind.Boolean ? [] : new[] { new DefinitionSetting($"{kind}Settings.Required", "发布前必须填写", SettingKind.Flag) },
        .. OfKind(kind),
        new($"{FieldPattern.Settings}.Hidden", "不在网页上显示", SettingKind.Flag),
    ];

    private static IEnumerable<DefinitionSetting> OfKind(string kind) => kind switch
    {
        FieldKind.Text =>
        [
            new(Editor, "怎么填", SettingKind.Choice)
            {
                Choices =
                [
                    ("", "一行文字"), ("TextArea", "几行文字"), (FieldOption.ListEditor, "从列表里选"), ("Email", "邮箱"), ("Tel", "电话"), ("Url", "网址"),
                ],
            },
            new(ListOptions, "列表里的选项", SettingKind.Options, "一行一项：名称=值；只写名称时，值就是名称。") { MaxLength = 5000 },
            new($"{FieldOption.ListSettings}.Editor", "列表的样子", SettingKind.Choice) { Choices = [("Dropdown", "下拉"), ("Radio", "单选")] },
            new("TextFieldSettings.MinLength", "最少几个字", SettingKind.Number),
            new("TextFieldSettings.MaxLength", "最多几个字", SettingKind.Number),
            new(Pattern, "写法（正则表达式）", SettingKind.Text, "整个文字都要符合，如 [0-9]{4}。") { MaxLength = FieldPattern.MaxLength },
            new($"{FieldPattern.Settings}.PatternHint", "写法不对时怎么说", SettingKind.Text, "如：应是四位数字。"),
            new("TextFieldSettings.Placeholder", "输入框里的提示", SettingKind.Text),
            new("TextFieldSettings.DefaultValue", "新建时先填", SettingKind.Text),
        ],
        FieldKind.Numeric =>
        [
            new("NumericFieldSettings.Minimum", "最小", SettingKind.Number),
            new("NumericFieldSettings.Maximum", "最大", SettingKind.Number),
            new("NumericFieldSettings.Scale", "几位小数", SettingKind.Number, "0 是整数。"),
            new("NumericFieldSettings.DefaultValue", "新建时先填", SettingKind.Text),
        ],
        FieldKind.Boolean =>
        [
            new("BooleanFieldSettings.Label", "勾选框旁的文字", SettingKind.Text),
            new("BooleanFieldSettings.DefaultValue", "新建时先勾上", SettingKind.Flag),
        ],
        FieldKind.Link =>
        [
            new("LinkFieldSettings.LinkTextMode", "链接的文字", SettingKind.Choice) { Choices = [("Optional", "可以不填"), ("Required", "必须填写")] },
            new("LinkFieldSettings.UrlPlaceholder", "网址框里的提示", SettingKind.Text),
        ],
        FieldKind.Media =>
        [
            new("MediaFieldSettings.Multiple", "可以放几个", SettingKind.Flag) { IsOnByDefault = true },
            new("MediaFieldSettings.AllowMediaText", "每个写一句说明", SettingKind.Flag) { IsOnByDefault = true },
            new("MediaFieldSettings.AllowedExtensions", "只收这些文件", SettingKind.Lines, "一行一种，如 .jpg；不填就都收。"),
        ],
        FieldKind.ContentPicker =>
        [
            new("ContentPickerFieldSettings.DisplayedContentTypes", "从哪些类型里选", SettingKind.Types),
            new("ContentPickerFieldSettings.DisplayAllContentTypes", "所有类型都可以选", SettingKind.Flag),
            new("ContentPickerFieldSettings.Multiple", "可以选几个", SettingKind.Flag),
        ],
        FieldKind.Taxonomy =>
        [
            new("TaxonomyFieldSettings.TaxonomyContentItemId", "用哪个分类", SettingKind.Taxonomy),
            new("TaxonomyFieldSettings.Unique", "只能选一项", SettingKind.Flag),
            new("TaxonomyFieldSettings.LeavesOnly", "只能选最下一级", SettingKind.Flag),
        ],
        FieldKind.UserPicker => [new("UserPickerFieldSettings.Multiple", "可以选几个人", SettingKind.Flag)],
        FieldKind.MultiText => [new("MultiTextFieldSettings.Options", "选项", SettingKind.Options, "一行一项：名称=值；不填就自由写。") { MaxLength = 5000 }],
        _ => [],
    };
}
