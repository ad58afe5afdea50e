using PartyCms.Kernel.Content.Definitions;

namespace PartyCms.Contents.Defining;

/// <summary>The settings of a part, by itself and as it is attached to a type, that the administration asks for.</summary>
internal static class PartSettings
{
    /// <summary>Of a part by itself.</summary>
    public static IReadOnlyList<DefinitionSetting> Own { get; } =
    [
        new("ContentPartSettings.DisplayName", "名称", SettingKind.Text) { MaxLength = 100 },
        new("ContentPartSettings.Description", "说明", SettingKind.Text),
        new("ContentPartSettings.Attachable", "可以加到任何类型上", SettingKind.Flag),
        new("ContentPartSettings.Reusable", "同一个类型可以加几次", SettingKind.Flag, "每次另起一个名字。"),
    ];

    /// <summary>Of a part as it is attached.</summary>
    public static IReadOnlyList<DefinitionSetting> Attached(string partName) =>
        [new("ContentTypePartSettings.DisplayName", "在这个类型里叫什么", SettingKind.Text, "不填就用部件自己的名称。") { MaxLength = 100 }, .. OfKind(partName)];

    private static IEnumerable<DefinitionSetting> OfKind(string partName) => partName switch
    {
        StandardParts.Title =>
        [
            new("TitlePartSettings.Options", "标题", SettingKind.Choice)
            {
                Choices = [("", "可以填写"), ("EditableRequired", "必须填写"), ("GeneratedDisabled", "自动生成，显示"), ("GeneratedHidden", "自动生成，不显示")],
            },
            new("TitlePartSettings.Pattern", "自动生成的样式", SettingKind.Text,
                "如 {{ ContentItem.Content.Meeting.Day.Value | date: \"%Y-%m-%d\" }} 支委会；Meeting 是部件，Day 是字段。标题可以填写时，没填才自动生成。"),
            new("TitlePartSettings.Placeholder", "输入框里的提示", SettingKind.Text),
        ],
        StandardParts.Autoroute =>
        [
            new("AutoroutePartSettings.Pattern", "网址的样式", SettingKind.Text,
                "如 books/{{ ContentItem.DisplayText | slugify }}；不填就用标题。"),
        ],
        StandardParts.List =>
        [
            new("ListPartSettings.ContainedContentTypes", "列表里放什么", SettingKind.Types),
            new("ListPartSettings.PageSize", "每页几条", SettingKind.Number, "1 到 50，不填是 10。"),
            new("ListPartSettings.EnableOrdering", "按手工顺序排", SettingKind.Flag, "不勾就新的在前。"),
        ],
        StandardParts.Bag => [new("BagPartSettings.ContainedContentTypes", "里面放什么", SettingKind.Types)],
        _ => [],
    };
}
