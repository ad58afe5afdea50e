using PartyCms.Kernel.Security;

namespace PartyCms.Recipes;

internal static class RecipesPermissions
{
    /// <summary>Import recipe files. They may hold definitions, roles and settings, so it comes only with a role for the whole site.</summary>
    public const string Import = "recipes.import";

    /// <summary>Export definitions and content of the whole site.</summary>
    public const string Export = "recipes.export";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Import, "导入配方") { IsSiteWide = true, KnownAs = ["Import"] },
        new(Export, "导出内容") { IsSiteWide = true, KnownAs = ["Export"] },
    ];
}
