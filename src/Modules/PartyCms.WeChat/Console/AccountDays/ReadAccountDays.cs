using Microsoft.Extensions.Options;
using PartyCms.Kernel.Data;
using PartyCms.WeChat.Client.Capabilities;
using PartyCms.WeChat.Delivery;

namespace PartyCms.WeChat.Console.AccountDays;

/// <summary>Reads what WeChat counted from what was fetched; it never asks WeChat.</summary>
internal sealed class ReadAccountDays(CmsDbContext db, CapabilityRecord capabilities, IOptions<WeChatOptions> options, TimeProvider clock)
{
    private const int Week = 7;

    private const int MostArticles = 10;

    public async Task<AccountDaysShown> RunAsync(CancellationToken cancellationToken)
    {
        var yesterday = MassSendQuota.DayOf(clock.GetUtcNow()).AddDays(-1);
        var since = yesterday.AddDays(1 - FetchAccountDays.Days);
        var appId = options.Value.AppId;
        var days = await db.Set<AccountDay>().AsNoTracking().Where(row => row.AppId == appId && row.Day >= since && row.Day <= yesterday)
            .OrderByDescending(row => row.Day).ToListAsync(cancellationToken);
        var articles = await db.Set<ArticleReach>().AsNoTracking().Where(row => row.AppId == appId && row.SentOn >= since)
            .OrderByDescending(row => row.Readers).ThenByDescending(row => row.SentOn).ThenBy(row => row.MessageId)
            .Take(MostArticles).ToListAsync(cancellationToken);
        return new AccountDaysShown(
            await capabilities.HasAsync(Capability.Figures, cancellationToken),
            days.Count > 0 && days[0].Day == yesterday,
            SpanOf(days, yesterday, Week),
            SpanOf(days, yesterday, FetchAccountDays.Days),
            [.. days.Take(Week)],
            articles);
    }

    private static AccountSpan SpanOf(IReadOnlyList<AccountDay> days, DateOnly yesterday, int length)
    {
        var within = days.Where(day => day.Day > yesterday.AddDays(-length)).ToList();
        return new AccountSpan(within.Count, within.Sum(day => day.Joined), within.Sum(day => day.Left));
    }
}

/// <summary>What WeChat counted, as far as it was fetched.</summary>
/// <param name="IsAllowed">Whether the account may ask for it, as far as is known.</param>
/// <param name="IsUpToDate">Whether yesterday is known.</param>
/// <param name="Week">The seven days until yesterday.</param>
/// <param name="Month">The thirty days until yesterday.</param>
/// <param name="Days">The last days that are known, at most seven, latest first.</param>
/// <param name="Articles">Mass-sent articles of the last 30 days, most readers first.</param>
internal sealed record AccountDaysShown(
    bool IsAllowed,
    bool IsUpToDate,
    AccountSpan Week,
    AccountSpan Month,
    IReadOnlyList<AccountDay> Days,
    IReadOnlyList<ArticleReach> Articles);

/// <param name="Known">Of how many days the figures are there.</param>
/// <param name="Joined">Who followed.</param>
/// <param name="Left">Who left.</param>
internal sealed record AccountSpan(int Known, int Joined, int Left);
