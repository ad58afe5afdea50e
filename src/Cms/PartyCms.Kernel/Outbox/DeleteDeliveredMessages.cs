using PartyCms.Kernel.Data;
using PartyCms.Kernel.Jobs;

namespace PartyCms.Kernel.Outbox;

/// <summary>
/// Deletes messages that were delivered more than a week ago. What was not delivered stays for as long as it takes;
/// leases need no cleaning, for they end by themselves.
/// </summary>
internal sealed class DeleteDeliveredMessages(CmsDbContext db, TimeProvider clock) : IScheduledJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public string Name => "outbox.delete-delivered";

    public string DisplayName => "清理已送达的后台消息";

    public DateTimeOffset NextRun(DateTimeOffset finished) => finished.AddHours(6);

    public Task RunAsync(CancellationToken cancellationToken)
    {
        var limit = clock.GetUtcNow() - Kept;
        return db.Set<OutboxMessage>().Where(message => message.DoneUtc < limit).ExecuteDeleteAsync(cancellationToken);
    }
}
