using PartyCms.Kernel.Data;
using PartyCms.Kernel.Jobs;
using PartyCms.Kernel.Time;
using PartyCms.Learning.Contracts;
using PartyCms.WeChat.Conversation;

namespace PartyCms.WeChat.Members.Reminders;

/// <summary>
/// Reminds those who wished it of the lesson of the day: once, at their time, and only who has not finished it. The day
/// is marked as decided before WeChat is called, so that a crash may lose a reminder and never sends one twice.
/// </summary>
internal sealed class SendReminders(
    CmsDbContext db, TodayLesson todayLesson, MemberStudy study, DeliverReminder deliver, SiteLink links, SiteTime time)
    : IScheduledJob
{
    private const int BatchSize = 200;

    public string Name => "wechat.reminders";

    public string DisplayName => "发送学习提醒";

    public DateTimeOffset NextRun(DateTimeOffset finished) => finished.AddMinutes(5);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var today = time.Today;
        var slots = ReminderSlots.DueAt(TimeOnly.FromDateTime(time.ToLocal(time.Now).DateTime));
        if (slots.Count == 0 || !links.HasOrigin || await todayLesson.FindAsync(cancellationToken) is not { } lesson)
        {
            return;
        }

        while (true)
        {
            var due = await db.Set<ReminderWish>().AsNoTracking()
                .Where(wish => slots.Contains(wish.Slot) && (wish.DecidedOn == null || wish.DecidedOn != today))
                .OrderBy(wish => wish.MemberId).Take(BatchSize).ToListAsync(cancellationToken);
            foreach (var wish in due)
            {
                await RemindAsync(wish.MemberId, today, lesson, cancellationToken);
            }

            if (due.Count < BatchSize)
            {
                return;
            }
        }
    }

    private async Task RemindAsync(Guid memberId, DateOnly today, LessonCard lesson, CancellationToken cancellationToken)
    {
        var isMine = await db.Set<ReminderWish>()
            .Where(wish => wish.MemberId == memberId && (wish.DecidedOn == null || wish.DecidedOn != today))
            .ExecuteUpdateAsync(set => set.SetProperty(wish => wish.DecidedOn, today), cancellationToken) == 1;
        if (isMine && !await study.HasFinishedTodayAsync(memberId, cancellationToken))
        {
            await deliver.RunAsync(memberId, lesson, cancellationToken);
        }
    }
}
