using Microsoft.Extensions.Options;
using PartyCms.Kernel.Data;

namespace PartyCms.WeChat.Delivery;

/// <summary>The mass sends of the site's account, whoever made them; those made at WeChat itself are not known here.</summary>
internal sealed class ReadMassSends(CmsDbContext db, IOptions<WeChatOptions> options, TimeProvider clock)
{
    // A month of Shanghai with room for any zone.
    private static readonly TimeSpan Reach = TimeSpan.FromDays(33);

    /// <summary>When something was mass-sent or is being so, within the last month and a little more. UTC.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> RunAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - Reach;
        var appId = options.Value.AppId;
        var sent = await db.Set<Issue>().AsNoTracking()
            .Where(issue => issue.AppId == appId && (issue.SentUtc >= since
                || issue.Stage == IssueStage.Sending || issue.Stage == IssueStage.Distributing))
            .Select(issue => new { issue.SentUtc, issue.StageUtc }).ToListAsync(cancellationToken);
        return [.. sent.Select(row => row.SentUtc ?? row.StageUtc)];
    }

    public async Task<MassSendAllowance> AllowanceAsync(CancellationToken cancellationToken) =>
        MassSendQuota.Of(options.Value.Kind, await RunAsync(cancellationToken), clock.GetUtcNow());
}
