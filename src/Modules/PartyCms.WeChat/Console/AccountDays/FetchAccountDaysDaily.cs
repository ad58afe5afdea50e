using PartyCms.Kernel.Jobs;
using PartyCms.Kernel.Time;
using PartyCms.WeChat.Client.Capabilities;
using PartyCms.WeChat.Client.Errors;

namespace PartyCms.WeChat.Console.AccountDays;

/// <summary>Fetches WeChat's own figures each morning; those of yesterday are ready at eight o'clock.</summary>
internal sealed class FetchAccountDaysDaily(FetchAccountDays fetch, CapabilityRecord capabilities, SiteTime time) : IScheduledJob
{
    /// <summary>When it begins, in the site's zone.</summary>
    public static readonly TimeOnly Begins = new(8, 40);

    public string Name => "wechat.fetch-figures";

    public string DisplayName => "读取微信的统计数字";

    public DateTimeOffset NextRun(DateTimeOffset finished) => time.NextAt(Begins, finished);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // That the account may not do it the page says itself; trying it out, each night, may show otherwise.
        if (await capabilities.HasAsync(Capability.Figures, cancellationToken)
            && await fetch.RunAsync(cancellationToken) is { Class: not ErrorClass.Permission } error)
        {
            throw new InvalidOperationException($"微信的统计数字没有读到：{error.Meaning}（{error.Code}）");
        }
    }
}
