using Microsoft.Extensions.Options;
using PartyCms.Kernel.Data;
using PartyCms.WeChat.Client.Menus;

namespace PartyCms.WeChat.Console.Menus;

/// <summary>The menus of the account as they are being written.</summary>
internal sealed class MenuDrafts(CmsDbContext db, IOptions<WeChatOptions> options, TimeProvider clock)
{
    /// <summary>The one for everybody first; made where it is missing, but not saved.</summary>
    public async Task<IReadOnlyList<StoredMenu>> ListAsync(CancellationToken cancellationToken)
    {
        var appId = options.Value.AppId;
        var menus = await db.Set<StoredMenu>().Where(menu => menu.AppId == appId).OrderBy(menu => menu.Id).ToListAsync(cancellationToken);
        return [menus.FirstOrDefault(menu => menu.IsDefault) ?? New("默认菜单", isDefault: true), .. menus.Where(menu => !menu.IsDefault)];
    }

    /// <summary>A further menu for some followers; saved with the next save.</summary>
    public StoredMenu Add(string name, int? tagId, int? platform)
    {
        var menu = New(name, isDefault: false);
        (menu.TagId, menu.Platform) = (tagId, platform);
        return menu;
    }

    public void Change(StoredMenu menu, IReadOnlyList<MenuButton> buttons) => menu.Change(buttons, clock.GetUtcNow());

    private StoredMenu New(string name, bool isDefault)
    {
        var menu = new StoredMenu
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), AppId = options.Value.AppId, Name = name, IsDefault = isDefault,
        };
        db.Add(menu);
        return menu;
    }
}
