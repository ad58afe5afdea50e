using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Settings;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;
using PartyCms.WeChat.Client.Tags;
using PartyCms.WeChat.Console;
using PartyCms.WeChat.Console.Menus;

namespace PartyCms.WeChat.Pages.Admin.WeChat.Menu;

/// <summary>The menu at the foot of the chat: written here, looked at in a phone, and then given to WeChat.</summary>
[Authorize(Policy = ConsolePermissions.Manage)]
internal sealed class IndexModel(
    MenuDrafts drafts, CmsDbContext db, AccountTags tags, PublicOrigin origin, SiteSettings settings, IOptions<WeChatOptions> options, SiteTime time)
    : PageModel
{
    private const string FaultsKey = "menu-faults";

    [BindProperty]
    public MenuForm Form { get; set; } = new();

    [BindProperty]
    public RuleForm Rule { get; set; } = new();

    public IReadOnlyList<StoredMenu> Menus { get; private set; } = [];

    public StoredMenu Menu { get; private set; } = null!;

    public IReadOnlyList<Tag> Tags { get; private set; } = [];

    /// <summary>What stands against publishing, from the last attempt.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    public string SiteName { get; private set; } = "";

    public bool IsConfigured => options.Value.HasApi;

    /// <summary>Pages of the site that a button may well lead to.</summary>
    public IReadOnlyList<(string Address, string Name)> Suggestions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Form = MenuForm.Of(Menu.Buttons);
        Rule = new RuleForm { Name = Menu.Name, TagId = Menu.TagId, Platform = Menu.Platform };
        Faults = TempData[FaultsKey] as string[] ?? [];
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, bool publish, [FromServices] PublishMenus act, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!Menu.IsDefault && !Rule.IsComplete)
        {
            ModelState.AddModelError("Rule", "请填写名称，并选择标签或手机系统，不然这个菜单和默认菜单没有区别。");
            return await ShowAsync(cancellationToken);
        }

        drafts.Change(Menu, Form.Read());
        if (!Menu.IsDefault)
        {
            (Menu.Name, Menu.TagId, Menu.Platform) = (Rule.Name!.Trim(), Rule.TagId, Rule.Platform);
        }

        await db.SaveChangesAsync(cancellationToken);
        if (publish)
        {
            await PublishAsync(act, cancellationToken);
        }
        else
        {
            TempData.Toast("草稿已保存，关注者还看不到");
        }

        return Here(id);
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellationToken)
    {
        if (!Rule.IsComplete)
        {
            TempData.Toast("请填写名称，并选择标签或手机系统");
            return RedirectToPage(new { id = (Guid?)null });
        }

        var standard = (await drafts.ListAsync(cancellationToken))[0];
        var menu = drafts.Add(Rule.Name!.Trim(), Rule.TagId, Rule.Platform);
        drafts.Change(menu, standard.Buttons);
        await db.SaveChangesAsync(cancellationToken);
        return RedirectToPage(new { id = menu.Id });
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || Menu.IsDefault)
        {
            return NotFound();
        }

        db.Remove(Menu);
        await db.SaveChangesAsync(cancellationToken);
        TempData.Toast("已删除；发布菜单后关注者那里才会消失");
        return RedirectToPage(new { id = (Guid?)null });
    }

    public async Task<IActionResult> OnPostImportAsync([FromServices] ImportMenu import, CancellationToken cancellationToken)
    {
        var imported = await import.RunAsync(cancellationToken);
        TempData.Toast(imported.IsOk ? "已读入公众号现在的菜单" : imported.Error.Meaning + imported.Error.Remedy);
        return RedirectToPage(new { id = (Guid?)null });
    }

    public string StateOf(StoredMenu menu) => menu.PublishedUtc is not { } published
        ? "还没有发布"
        : menu.HasChanges ? "有未发布的修改" : $"已发布，{time.FormatMinute(published)}";

    public string TagName(int? id) => Tags.FirstOrDefault(tag => tag.Id == id)?.Name ?? $"标签 {id}";

    public static string PlatformName(int? platform) => platform switch { 1 => "苹果手机", 2 => "安卓手机", 3 => "其他设备", _ => "" };

    private async Task PublishAsync(PublishMenus act, CancellationToken cancellationToken)
    {
        switch (await act.RunAsync(cancellationToken))
        {
            case PublishMenusOutcome.Published:
                TempData.Toast("菜单已发布，关注者五分钟内看到");
                break;

            case PublishMenusOutcome.Invalid { Faults: var faults }:
                TempData[FaultsKey] = faults.ToArray();
                break;

            case PublishMenusOutcome.Refused { Error: var error }:
                TempData[FaultsKey] = new[] { error.Meaning + error.Remedy };
                break;

            default:
                throw new UnreachableException();
        }
    }

    private RedirectToPageResult Here(Guid? id) => RedirectToPage(new { id });

    private async Task<PageResult> ShowAsync(CancellationToken cancellationToken)
    {
        SiteName = await settings.GetAsync(SiteSettings.SiteName, cancellationToken) ?? "公众号";
        var site = origin.Of(Request);
        Suggestions =
        [
            (site + "/lessons/today", "今日学习"), (site + "/lessons", "党课"), (site + "/courses", "课程"),
            (site + "/news", "支部动态"), (site + "/disclosures", "党务公开"), (site + "/me", "我的"), (site + "/search", "搜索"),
        ];
        Tags = await tags.ListAsync(cancellationToken);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid? id, CancellationToken cancellationToken)
    {
        Menus = await drafts.ListAsync(cancellationToken);
        if (Menus.FirstOrDefault(menu => id is null ? menu.IsDefault : menu.Id == id) is not { } found)
        {
            return false;
        }

        Menu = found;
        return true;
    }
}

/// <summary>For whom a menu is, as it is typed.</summary>
internal sealed class RuleForm
{
    public string? Name { get; set; }

    public int? TagId { get; set; }

    public int? Platform { get; set; }

    public bool IsComplete => Name is { Length: > 0 and <= StoredMenuConfiguration.NameLength }
        && !string.IsNullOrWhiteSpace(Name) && (TagId is not null || Platform is >= 1 and <= 3);
}
