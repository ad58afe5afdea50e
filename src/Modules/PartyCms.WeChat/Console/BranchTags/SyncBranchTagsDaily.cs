using PartyCms.Kernel.Jobs;
using PartyCms.Kernel.Time;
using PartyCms.WeChat.Client.Capabilities;

namespace PartyCms.WeChat.Console.BranchTags;

/// <summary>Brings the tags in line each night.</summary>
internal sealed class SyncBranchTagsDaily(SyncBranchTags sync, CapabilityRecord capabilities, SiteTime time) : IScheduledJob
{
    private static readonly TimeOnly Quiet = new(4, 20);

    public string Name => "wechat.sync-branch-tags";

    public string DisplayName => "同步公众号支部标签";

    public DateTimeOffset NextRun(DateTimeOffset finished) => time.NextAt(Quiet, finished);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await capabilities.HasAsync(Capability.Tags, cancellationToken))
        {
            await sync.RunAsync(cancellationToken);
        }
    }
}
