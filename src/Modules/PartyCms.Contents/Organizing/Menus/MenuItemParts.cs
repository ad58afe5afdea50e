using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;

namespace PartyCms.Contents.Organizing.Menus;

/// <summary>Where the kinds of menu entries hold their values.</summary>
internal static class MenuItemParts
{
    public const string Url = "LinkMenuItemPart.Url";

    public const string Target = "ContentMenuItemPart.SelectedContentItem.ContentItemIds[0]";

    public const string Html = "HtmlMenuItemPart.Html";

    public const string HtmlUrl = "HtmlMenuItemPart.Url";

    private const string OldName = "LinkMenuItemPart.Name";

    private const string Permissions = "MenuItemPermissionPart.PermissionNames";

    /// <summary>What an entry says; older menus hold it in the link.</summary>
    public static string TextOf(JsonObject item) =>
        (item.Text("DisplayText") is { Length: > 0 } text ? text
            : item.Text(ContentParts.Title) is { Length: > 0 } title ? title
            : item.Text(OldName) ?? "").Trim();

    /// <summary>Whether an entry is for people with certain permissions only, so that a public page must not hold it.</summary>
    public static bool IsRestricted(JsonObject item) => item.Find(Permissions) is JsonArray { Count: > 0 };
}
