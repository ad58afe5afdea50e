using PartyCms.Kernel.Data;
using PartyCms.Kernel.Jobs;
using PartyCms.Kernel.Time;

namespace PartyCms.Learning.Study;

/// <summary>Deletes sessions thirty days after their last sign of life (domain 6.8); the ledger keeps what they came to.</summary>
internal sealed class ForgetSessions(CmsDbContext db, SiteTime time) : IScheduledJob
{
    private const int KeptDays = 30;

    private static readonly TimeOnly At = new(3, 20);

    public string Name => "learning.forget-sessions";

    public string DisplayName => "删除过期的学习会话";

    public DateTimeOffset NextRun(DateTimeOffset finished) => time.At(time.DayOf(finished).AddDays(1), At);

    public Task RunAsync(CancellationToken cancellationToken)
    {
        var before = time.Now.AddDays(-KeptDays);
        return db.Set<StudySession>().Where(session => session.LastSeenUtc < before).ExecuteDeleteAsync(cancellationToken);
    }
}
