namespace PartyCms.WeChat.Members.Reminders;

/// <summary>When the slots of the day are.</summary>
internal static class ReminderSlots
{
    /// <summary>Who could not be reached for so long is left alone until the next day.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public static TimeOnly TimeOf(ReminderSlot slot) => slot switch
    {
        ReminderSlot.Morning => new TimeOnly(7, 30),
        ReminderSlot.AfterWork => new TimeOnly(18, 0),
        ReminderSlot.Evening => new TimeOnly(20, 30),
    };

    /// <summary>The slots whose time has come and is not long past.</summary>
    /// <param name="now">Wall clock of the site.</param>
    public static IReadOnlyList<ReminderSlot> DueAt(TimeOnly now) =>
    [
        .. Enum.GetValues<ReminderSlot>().Where(slot => now >= TimeOf(slot) && now - TimeOf(slot) < Patience),
    ];
}
