using System.Collections.Frozen;

namespace PartyCms.Recipes.Keeping;

/// <summary>How a kept step holds its things.</summary>
internal enum KeptShape
{
    /// <summary>The step is one thing.</summary>
    Whole,

    /// <summary>A list of objects, each with a property that names it.</summary>
    List,

    /// <summary>An object whose properties are the things.</summary>
    Map,

    /// <summary>The properties of the step itself are the things.</summary>
    Properties,
}

/// <summary>One kind of step that is kept.</summary>
/// <param name="Name">Name of the step, as Orchard Core writes it.</param>
/// <param name="Shape">How it holds its things.</param>
/// <param name="Property">The list or object that holds them.</param>
/// <param name="Key">Property that names an element of a list.</param>
internal sealed record KeptKind(string Name, KeptShape Shape, string Property = "", string Key = "");

/// <summary>The steps of Orchard Core whose content is kept without effect, and those that are orders for that one moment.</summary>
internal static class KeptKinds
{
    private static readonly FrozenDictionary<string, KeptKind> ByName = new KeptKind[]
    {
        new("themes", KeptShape.Whole),
        new("custom-settings", KeptShape.Properties),
        new("custom-user-settings", KeptShape.List, "data", "ContentItemId"),
        new("layers", KeptShape.List, "Layers", "Name"),
        new("MediaProfiles", KeptShape.Map, "MediaProfiles"),
        new("Templates", KeptShape.Map, "Templates"),
        new("AdminTemplates", KeptShape.Map, "AdminTemplates"),
        new("ShortcodeTemplates", KeptShape.Map, "ShortcodeTemplates"),
        new("AdminMenu", KeptShape.List, "data", "Id"),
        new("lucene-index", KeptShape.List, "Indices"),
        new("CreateOrUpdateIndexProfile", KeptShape.List, "indexes", "Name"),
        new("WorkflowType", KeptShape.List, "data", "WorkflowTypeId"),
        new("Sitemaps", KeptShape.List, "data", "SitemapId"),
        new("Placements", KeptShape.Map, "Placements"),
        new("UrlRewriting", KeptShape.List, "Rules", "Id"),
        new("FeatureProfiles", KeptShape.Map, "FeatureProfiles"),
        new("deployment", KeptShape.List, "Plans", "Name"),
        new("Translations", KeptShape.List, "Translations", "Key"),
        new("OpenIdServerSettings", KeptShape.Whole),
        new("OpenIdValidationSettings", KeptShape.Whole),
        new("OpenIdClientSettings", KeptShape.Whole),
        new("OpenIdScope", KeptShape.Whole, Key: "ScopeName"),
        new("OpenIdApplication", KeptShape.Whole, Key: "ClientId"),
    }.ToFrozenDictionary(kind => kind.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Steps that order something at one moment and hold nothing to keep, with what a person may do instead.</summary>
    private static readonly FrozenDictionary<string, (string Text, string WireText)> Orders =
        new Dictionary<string, (string, string)>(StringComparer.OrdinalIgnoreCase)
        {
            ["Users"] = (
                "账号不从文件导入，密码散列不会保存。请在“账号”里建立账号。",
                "Accounts are not imported and password hashes are never stored. Make the accounts in the administration."),
            ["recipes"] = (
                "文件里引用的其他配方不会自动执行。请另外导入它们。",
                "The recipes this step names are not run. Import them one by one."),
            ["lucene-index-reset"] = Index,
            ["lucene-index-rebuild"] = Index,
            ["RebuildIndex"] = Index,
            ["ResetIndex"] = Index,
            ["command"] = ("命令不会执行。", "Commands are not run."),
            ["ReloadTenant"] = ("本站不需要重新加载。", "This site needs no reload."),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static (string, string) Index =>
        ("本站的搜索索引随发布自动更新，不需要重建。", "The search index of this site follows each publication; there is nothing to rebuild.");

    /// <summary>Names of all kinds.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>The kind of a step; one that nobody knows is kept whole.</summary>
    public static KeptKind Of(string stepName) =>
        ByName.TryGetValue(stepName, out var kind) ? kind : new KeptKind(stepName, KeptShape.Whole);

    /// <summary>Whether a step is known to Orchard Core.</summary>
    public static bool IsKnown(string stepName) => ByName.ContainsKey(stepName);

    /// <summary>What to tell of a step that is an order, or null.</summary>
    public static (string Text, string WireText)? OrderOf(string stepName) =>
        Orders.TryGetValue(stepName, out var order) ? order : null;
}
