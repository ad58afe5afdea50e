using System.Linq.Expressions;
using Microsoft.Extensions.Options;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Organization.Contracts;
using PartyCms.WeChat.Console.BranchTags;
using PartyCms.WeChat.Conversation.Followers;
using PartyCms.WeChat.Conversation.Log;

namespace PartyCms.WeChat.Console.Figures;

/// <summary>Counts what the caller may know: numbers of their branches, and of the whole account where they hold it.</summary>
internal sealed class ReadFigures(
    CmsDbContext db, Caller caller, BranchDirectory branches, IOptions<WeChatOptions> options, SiteTime time)
{
    private const int Days = 14;

    private const int Month = 30;

    private const int MostWords = 10;

    // What fewer have written could be somebody's own words.
    private const int LeastRepeated = 3;

    public async Task<AccountFigures> RunAsync(CancellationToken cancellationToken)
    {
        var scope = caller.ScopeOf(ConsolePermissions.SeeFigures);
        var followers = scope.Filter(db.Set<Follower>().AsNoTracking(), db, follower => follower.OrgUnitId);
        var since = time.At(time.Today.AddDays(-Month), TimeOnly.MinValue);
        return new AccountFigures(
            scope.IsEverywhere,
            await followers.CountAsync(cancellationToken),
            await followers.CountAsync(follower => follower.SinceUtc >= since, cancellationToken),
            await followers.CountAsync(follower => follower.TagDueUtc != null, cancellationToken),
            await ByBranchAsync(followers, cancellationToken),
            scope.IsEverywhere ? await ByDayAsync(cancellationToken) : [],
            scope.IsEverywhere ? await ByWordAsync(since, cancellationToken) : []);
    }

    private async Task<IReadOnlyList<BranchFigure>> ByBranchAsync(IQueryable<Follower> followers, CancellationToken cancellationToken)
    {
        var counts = await followers.Where(follower => follower.OrgUnitId != null).GroupBy(follower => follower.OrgUnitId!.Value)
            .Select(group => new { Branch = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Branch, group => group.Count, cancellationToken);
        var appId = options.Value.AppId;
        var tags = await db.Set<BranchTag>().AsNoTracking().Where(tag => tag.AppId == appId)
            .ToDictionaryAsync(tag => tag.OrgUnitId, tag => tag.Count, cancellationToken);
        return
        [
            .. (await branches.ListAsync(cancellationToken)).Where(branch => counts.ContainsKey(branch.Id))
                .Select(branch => new BranchFigure(
                    branch.Name, counts[branch.Id], tags.TryGetValue(branch.Id, out var tagged) ? tagged : null))
                .OrderByDescending(branch => branch.Followers),
        ];
    }

    private async Task<IReadOnlyList<DayFigure>> ByDayAsync(CancellationToken cancellationToken)
    {
        var days = Enumerable.Range(0, Days).Select(back => time.Today.AddDays(-back)).ToList();
        var since = days.ConvertAll(day => time.At(day, TimeOnly.MinValue));
        var end = time.At(time.Today.AddDays(1), TimeOnly.MinValue);
        var followers = await CountAsync(db.Set<Follower>().Select(row => row.SinceUtc), since, end, cancellationToken);
        var messages = await CountAsync(db.Set<LoggedMessage>().Select(row => row.ReceivedUtc), since, end, cancellationToken);
        return [.. days.Select((day, back) => new DayFigure(day, followers.GetValueOrDefault(back), messages.GetValueOrDefault(back)))];
    }

    private static Task<Dictionary<int, int>> CountAsync(
        IQueryable<DateTimeOffset> instants, IReadOnlyList<DateTimeOffset> begins, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var oldest = begins[^1];
        return instants.Where(instant => instant >= oldest && instant < end)
            .GroupBy(DaysBack(begins)).Select(day => new { Back = day.Key, Count = day.Count() })
            .ToDictionaryAsync(day => day.Back, day => day.Count, cancellationToken);
    }

    /// <summary>How many days back an instant lies, as the engine can say it whatever it keeps instants as.</summary>
    /// <param name="begins">When each day begins, today first.</param>
    private static Expression<Func<DateTimeOffset, int>> DaysBack(IReadOnlyList<DateTimeOffset> begins)
    {
        var instant = Expression.Parameter(typeof(DateTimeOffset), "instant");
        Expression back = Expression.Constant(begins.Count - 1);
        for (var day = begins.Count - 2; day >= 0; day--)
        {
            back = Expression.Condition(
                Expression.GreaterThanOrEqual(instant, Expression.Constant(begins[day])), Expression.Constant(day), back);
        }

        return Expression.Lambda<Func<DateTimeOffset, int>>(back, instant);
    }

    private async Task<IReadOnlyList<WordFigure>> ByWordAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        await db.Set<LoggedMessage>().AsNoTracking().Where(message => message.ReceivedUtc >= since && message.Text != "")
            .GroupBy(message => new { message.Kind, message.Text })
            .Select(group => new { group.Key.Kind, group.Key.Text, Count = group.Count(), People = group.Select(row => row.Follower).Distinct().Count() })
            .Where(group => group.People >= LeastRepeated)
            .OrderByDescending(group => group.Count).ThenBy(group => group.Text).Take(MostWords)
            .Select(group => new WordFigure(group.Kind, group.Text, group.Count)).ToListAsync(cancellationToken);
}

/// <summary>What is known of the followers.</summary>
/// <param name="IsWhole">Whether the whole account is counted, or only the caller's branches.</param>
/// <param name="Followers">Those that the site has met.</param>
/// <param name="NewFollowers">Of them in the last 30 days.</param>
/// <param name="TagsDue">Those who count to another branch since, and whose tag at WeChat waits to be changed.</param>
/// <param name="Branches">Those that count to a branch, most first.</param>
/// <param name="Days">The last 14 days, today first.</param>
/// <param name="Words">What at least three people wrote or tapped in the last 30 days, most first.</param>
internal sealed record AccountFigures(
    bool IsWhole,
    int Followers,
    int NewFollowers,
    int TagsDue,
    IReadOnlyList<BranchFigure> Branches,
    IReadOnlyList<DayFigure> Days,
    IReadOnlyList<WordFigure> Words)
{
    public int BusiestDay => Math.Max(1, Days.Select(day => day.Messages).DefaultIfEmpty().Max());

    public int Messages => Days.Sum(day => day.Messages);
}

/// <param name="Branch">Name of the branch.</param>
/// <param name="Followers">Known to the site.</param>
/// <param name="Tagged">Had its tag at WeChat when tags were last brought in line; null before.</param>
internal sealed record BranchFigure(string Branch, int Followers, int? Tagged);

/// <param name="Day">In the site's zone.</param>
/// <param name="NewFollowers">Met on this day, and still following.</param>
/// <param name="Messages">Messages and events.</param>
internal sealed record DayFigure(DateOnly Day, int NewFollowers, int Messages);

/// <param name="Kind">How it came, in Chinese.</param>
/// <param name="Text">What was written or tapped.</param>
/// <param name="Count">How often.</param>
internal sealed record WordFigure(string Kind, string Text, int Count);
