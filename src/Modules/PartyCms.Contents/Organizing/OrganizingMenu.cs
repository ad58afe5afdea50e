using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Organizing;

internal static class OrganizingMenu
{
    private const string Group = "编排";

    public static IReadOnlyList<AdminMenuItem> All { get; } =
    [
        new(Group, "栏目", "/admin/columns", "collection", OrganizingPermissions.SeeColumns, 195),
        new(Group, "分类", "/admin/taxonomies", "tags", KernelPermissions.EditContent, 196),
        new(Group, "列表", "/admin/lists", "list-ol", KernelPermissions.EditContent, 197),
        new(Group, "菜单", "/admin/menus", "list-nested", KernelPermissions.EditContent, 198),
        new(Group, "网址跳转", "/admin/redirects", "signpost", OrganizingPermissions.Manage, 199),
    ];
}
