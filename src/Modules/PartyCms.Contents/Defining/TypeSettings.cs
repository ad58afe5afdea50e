namespace PartyCms.Contents.Defining;

/// <summary>The settings of a content type that the administration asks for.</summary>
internal static class TypeSettings
{
    public const string NeedsBranch = "PartyTypeSettings.NeedsBranch";

    private static readonly DefinitionSetting[] All =
    [
        new("ContentTypeSettings.Description", "说明", SettingKind.Text, "一句话，写的人在列表里看到。"),
        new("ContentTypeSettings.Creatable", "可以单独新建", SettingKind.Flag, "出现在工作台的“其他内容”里。"),
        new(NeedsBranch, "属于支部", SettingKind.Flag, "由支部书记为自己的支部写；不勾就只有管理员能写。"),
        new("ContentTypeSettings.Listable", "出现在列表里", SettingKind.Flag),
        new("ContentTypeSettings.Draftable", "可以存草稿", SettingKind.Flag),
        new("ContentTypeSettings.Versionable", "保留历史版本", SettingKind.Flag),
        new("ContentTypeSettings.Securable", "单独授权", SettingKind.Flag, "给其他系统看的标记，这里按上面的权限。"),
        new("ContentTypeSettings.Stereotype", "用途", SettingKind.Choice)
        {
            Choices = [("", "独立的页面"), ("Widget", "页面组件（Widget）"), ("MenuItem", "菜单项（MenuItem）")],
        },
    ];

    /// <summary>The settings of a type; whose items belong to a branch is a module's own affair where it declares the type.</summary>
    public static IReadOnlyList<DefinitionSetting> Of(bool isDeclared) =>
        isDeclared ? [.. All.Where(setting => setting.Path != NeedsBranch)] : All;
}
