using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.WeChat.Members.Binding;

namespace PartyCms.WeChat.Members.Reminders;

/// <summary>A member's wish to be reminded, and its end.</summary>
internal sealed class ReminderWishes(CmsDbContext db, ConsentLedger consents, AuditLog audit)
{
    /// <summary>The slot, or null for no reminder.</summary>
    public async Task<ReminderSlot?> ReadAsync(Guid memberId, CancellationToken cancellationToken) =>
        (await db.Set<ReminderWish>().AsNoTracking().SingleOrDefaultAsync(wish => wish.MemberId == memberId, cancellationToken))
        ?.Slot;

    public async Task SwitchOnAsync(Guid memberId, ReminderSlot slot, CancellationToken cancellationToken)
    {
        if (await db.Set<ReminderWish>().FindAsync([memberId], cancellationToken) is { } wish)
        {
            wish.Slot = slot;
        }
        else
        {
            db.Add(new ReminderWish { MemberId = memberId, Slot = slot });
            consents.Give(memberId, ConsentPurpose.Reminder);
            audit.Add("wechat.reminder-on", memberId.ToString(), slot.ToString());
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task SwitchOffAsync(Guid memberId, CancellationToken cancellationToken)
    {
        if (await db.Set<ReminderWish>().FindAsync([memberId], cancellationToken) is { } wish)
        {
            db.Remove(wish);
            await consents.WithdrawAsync(memberId, ConsentPurpose.Reminder, cancellationToken);
            audit.Add("wechat.reminder-off", memberId.ToString(), null);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
