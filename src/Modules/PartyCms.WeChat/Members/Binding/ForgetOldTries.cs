using PartyCms.Kernel.Data;
using PartyCms.Kernel.Jobs;

namespace PartyCms.WeChat.Members.Binding;

/// <summary>Deletes the counts of tries to be bound whose window is over.</summary>
internal sealed class ForgetOldTries(CmsDbContext db, TimeProvider clock) : IScheduledJob
{
    public string Name => "wechat.forget-binding-tries";

    public string DisplayName => "清理微信绑定尝试次数";

    public DateTimeOffset NextRun(DateTimeOffset finished) => finished.AddHours(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.Set<BindingTries>().Where(tries => tries.EndsUtc <= now).ExecuteDeleteAsync(cancellationToken);
    }
}
