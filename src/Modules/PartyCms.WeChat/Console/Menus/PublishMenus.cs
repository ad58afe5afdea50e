using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.WeChat.Client;
using PartyCms.WeChat.Client.Errors;
using PartyCms.WeChat.Client.Menus;

namespace PartyCms.WeChat.Console.Menus;

/// <summary>
/// Gives the menus to WeChat: first the one for everybody, in one act, so that followers are never without; then those
/// for some in place of the ones there. Doing it again after a failure ends with the same menus.
/// </summary>
internal sealed class PublishMenus(MenuClient client, MenuDrafts drafts, CmsDbContext db, AuditLog audit, TimeProvider clock)
{
    public async Task<PublishMenusOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var menus = await drafts.ListAsync(cancellationToken);
        var faults = menus.SelectMany(menu => MenuFaults.Of(menu.Buttons).Select(fault => $"{menu.Name}：{fault}")).ToList();
        if (faults.Count > 0)
        {
            return new PublishMenusOutcome.Invalid(faults);
        }

        var error = await ReplaceDefaultAsync(menus[0], cancellationToken) ?? await ReplaceOthersAsync([.. menus.Skip(1)], cancellationToken);
        audit.Add("wechat.menu-published", null, error is null ? $"{menus.Count} 个菜单" : $"未完成：错误码 {error.Code}");
        await db.SaveChangesAsync(cancellationToken);
        return error is null ? new PublishMenusOutcome.Published() : new PublishMenusOutcome.Refused(error);
    }

    private async Task<WeChatError?> ReplaceDefaultAsync(StoredMenu menu, CancellationToken cancellationToken)
    {
        var created = await client.CreateAsync(menu.Buttons, cancellationToken);
        if (created.IsOk)
        {
            menu.MarkPublished(clock.GetUtcNow());
        }

        return created.Error;
    }

    private async Task<WeChatError?> ReplaceOthersAsync(IReadOnlyList<StoredMenu> menus, CancellationToken cancellationToken)
    {
        var there = await client.GetAsync(cancellationToken);
        if (!there.IsOk && there.Error.Code != WeChatCode.NoMenu)
        {
            return there.Error;
        }

        // Where WeChat does not tell of the menu that it has just been given, there is nothing to take away first.
        foreach (var id in (there.Value?.ConditionalMenus ?? []).Select(menu => menu.MenuId).OfType<string>())
        {
            if ((await client.DeleteConditionalAsync(id, cancellationToken)).Error is { } error)
            {
                return error;
            }
        }

        foreach (var menu in menus)
        {
            var added = await client.AddConditionalAsync(menu.Buttons, menu.Rule!, cancellationToken);
            if (!added.IsOk)
            {
                return added.Error;
            }

            menu.MarkPublished(clock.GetUtcNow());
        }

        return null;
    }
}

internal abstract record PublishMenusOutcome
{
    private PublishMenusOutcome()
    {
    }

    internal sealed record Published : PublishMenusOutcome;

    /// <summary>What has to be put right first.</summary>
    internal sealed record Invalid(IReadOnlyList<string> Faults) : PublishMenusOutcome;

    internal sealed record Refused(WeChatError Error) : PublishMenusOutcome;
}
