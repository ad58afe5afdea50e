using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.WeChat.Conversation;
using PartyCms.WeChat.Conversation.Log;

namespace PartyCms.WeChat.Pages.Admin.WeChat.Messages;

/// <summary>What followers wrote, newest first; every look is noted.</summary>
[Authorize(ConversationPermissions.ReadMessages)]
[ResponseCache(NoStore = true)]
internal sealed class IndexModel(CmsDbContext db, AuditLog audit, IOptions<WeChatOptions> options) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? Follower { get; set; }

    public IReadOnlyList<LoggedMessage> Messages { get; private set; } = [];

    public string? NextHref { get; private set; }

    public string Note => options.Value.LogDays == 0
        ? "现在不记录消息。"
        : $"记录保留 {options.Value.LogDays} 天。";

    public async Task OnGetAsync(long? before, CancellationToken cancellationToken)
    {
        var rows = await db.Set<LoggedMessage>().AsNoTracking()
            .Where(message => (Follower == null || message.Follower == Follower) && (before == null || message.Id < before))
            .OrderByDescending(message => message.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        Messages = rows.Count > PageSize ? rows[..PageSize] : rows;
        NextHref = rows.Count > PageSize
            ? string.Create(CultureInfo.InvariantCulture, $"/admin/wechat/messages?follower={Uri.EscapeDataString(Follower ?? "")}&before={Messages[^1].Id}")
            : null;
        audit.Add("wechat.messages-viewed", null, Follower?.Length > 6 ? Follower[..6] : Follower);
        await db.SaveChangesAsync(cancellationToken);
    }
}
