using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;

namespace PartyCms.Contents.Organizing.Menus;

/// <summary>Makes an empty menu and publishes it.</summary>
internal sealed class AddMenu(ContentStore store, ContentAccess access)
{
    /// <summary>Alias of the menu that the microsite shows.</summary>
    public const string MainMenu = "main-menu";

    /// <summary>The outcome, or null where the caller may not.</summary>
    public async Task<ContentOutcome?> RunAsync(string name, string? alias, CancellationToken cancellationToken)
    {
        if (!await access.CanEditAsync(StandardTypes.Menu, null, cancellationToken)
            || !await access.CanPublishAsync(StandardTypes.Menu, null, cancellationToken))
        {
            return null;
        }

        var parts = new JsonObject
        {
            ["TitlePart"] = new JsonObject { ["Title"] = name },
            ["MenuPart"] = new JsonObject(),
            ["MenuItemsListPart"] = new JsonObject { ["MenuItems"] = new JsonArray() },
        };
        if (!string.IsNullOrWhiteSpace(alias))
        {
            parts.Set(ContentParts.Alias, alias.Trim());
        }

        return await store.PublishAsync(new ContentEdit { ContentType = StandardTypes.Menu, Parts = parts }, cancellationToken);
    }
}
