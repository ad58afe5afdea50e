using Microsoft.Extensions.Options;
using PartyCms.Kernel.Data;
using PartyCms.WeChat.Articles;
using PartyCms.WeChat.Client;
using PartyCms.WeChat.Client.DataCube;
using PartyCms.WeChat.Delivery;

namespace PartyCms.WeChat.Console.AccountDays;

/// <summary>
/// Asks WeChat for the days of the last month that are not known yet, and for the articles that it still counts. Days that were
/// missed while the site was down are made good; doing it again changes nothing.
/// </summary>
internal sealed class FetchAccountDays(CmsDbContext db, DataCubeClient client, IOptions<WeChatOptions> options, TimeProvider clock)
{
    /// <summary>How many days back are asked for.</summary>
    public const int Days = 30;

    /// <summary>Null where all went well.</summary>
    public async Task<WeChatError?> RunAsync(CancellationToken cancellationToken)
    {
        var yesterday = MassSendQuota.DayOf(clock.GetUtcNow()).AddDays(-1);
        var month = Enumerable.Range(0, Days).Select(back => yesterday.AddDays(back - Days + 1)).ToList();
        var appId = options.Value.AppId;
        var known = await db.Set<AccountDay>().Where(row => row.AppId == appId && row.Day >= month[0])
            .Select(row => row.Day).ToHashSetAsync(cancellationToken);
        foreach (var week in month.Chunk(DataCubeClient.MostDays).Where(week => !Array.TrueForAll(week, known.Contains)))
        {
            if (await FetchWeekAsync(week[0], week[^1], cancellationToken) is { } error)
            {
                return error;
            }
        }

        // An article is counted for a week; those of days that are new here were never asked for.
        var counted = yesterday.AddDays(1 - DataCubeClient.ArticleDays);
        foreach (var day in month.Where(day => day >= counted || !known.Contains(day)))
        {
            if (await FetchArticlesAsync(day, cancellationToken) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private async Task<WeChatError?> FetchWeekAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var changes = await client.FollowerChangesAsync(first, last, cancellationToken);
        if (!changes.IsOk)
        {
            return changes.Error;
        }

        var totals = await client.FollowerTotalsAsync(first, last, cancellationToken);
        if (!totals.IsOk)
        {
            return totals.Error;
        }

        var appId = options.Value.AppId;
        var rows = await db.Set<AccountDay>().Where(row => row.AppId == appId && row.Day >= first && row.Day <= last)
            .ToDictionaryAsync(row => row.Day, cancellationToken);
        var byDay = changes.Value.List.ToLookup(change => change.RefDate);

        // A day of which WeChat tells no total is not ready, and asked for again.
        foreach (var total in totals.Value.List.DistinctBy(total => total.RefDate))
        {
            if (!rows.TryGetValue(total.RefDate, out var row))
            {
                row = new AccountDay { AppId = appId, Day = total.RefDate };
                db.Add(row);
            }

            (row.Total, row.FetchedUtc) = (total.CumulateUser, clock.GetUtcNow());
            (row.Joined, row.Left) = (byDay[row.Day].Sum(change => change.NewUser), byDay[row.Day].Sum(change => change.CancelUser));
        }

        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    private async Task<WeChatError?> FetchArticlesAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var articles = await client.ArticlesAsync(day, cancellationToken);
        if (!articles.IsOk)
        {
            return articles.Error;
        }

        var appId = options.Value.AppId;
        foreach (var article in articles.Value.List.DistinctBy(article => article.MessageId))
        {
            if (article.Details.MaxBy(detail => detail.StatDate) is not { } latest
                || article.MessageId.Length > ArticleReachConfiguration.MessageIdLength)
            {
                continue;
            }

            var title = ArticleLimits.Fit(article.Title, ArticleReachConfiguration.TitleLength / 2);
            if (await db.Set<ArticleReach>().FindAsync([appId, article.MessageId], cancellationToken) is not { } row)
            {
                row = new ArticleReach { AppId = appId, MessageId = article.MessageId, SentOn = article.RefDate, Title = title };
                db.Add(row);
            }

            row.Title = title;
            (row.Recipients, row.Readers, row.Reads, row.Sharers) =
                (latest.TargetUser, latest.IntPageReadUser, latest.IntPageReadCount, latest.ShareUser);
        }

        await db.SaveChangesAsync(cancellationToken);
        return null;
    }
}
