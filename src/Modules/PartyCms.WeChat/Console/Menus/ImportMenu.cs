using PartyCms.Kernel.Data;
using PartyCms.WeChat.Client;
using PartyCms.WeChat.Client.Menus;

namespace PartyCms.WeChat.Console.Menus;

/// <summary>Takes over what followers see now, also where it was made by hand, before it is replaced.</summary>
internal sealed class ImportMenu(MenuClient client, MenuDrafts drafts, CmsDbContext db)
{
    public async Task<WeChatResult<Acknowledged>> RunAsync(CancellationToken cancellationToken)
    {
        var current = await client.GetCurrentAsync(cancellationToken);
        if (!current.IsOk)
        {
            return current.Error;
        }

        var menu = (await drafts.ListAsync(cancellationToken))[0];
        drafts.Change(menu, [.. (current.Value.Content?.Buttons ?? []).Select(Button)]);
        await db.SaveChangesAsync(cancellationToken);
        return new Acknowledged();
    }

    // Buttons made by hand answer by themselves, with words or files. What the site cannot make stays without an action,
    // which the editor asks for.
    private static MenuButton Button(CurrentButton button) => button.SubButtons?.Buttons is { Count: > 0 } below
        ? new MenuButton { Name = button.Name, SubButtons = [.. below.Select(Button)] }
        : new MenuButton
        {
            Name = button.Name,
            Type = ButtonType.Find(button.Type)?.Name,
            Key = button.Key,
            Url = button.Url,
            MediaId = button.MediaId,
            ArticleId = button.ArticleId,
            AppId = button.AppId,
            PagePath = button.PagePath,
        };
}
