using PartyCms.WeChat.Members.Reminders;

namespace PartyCms.UnitTests.WeChat.Members;

public sealed class ReminderSlotsTests
{
    [Theory]
    [InlineData("07:29", "")]
    [InlineData("07:30", "Morning")]
    [InlineData("08:29", "Morning")]
    [InlineData("08:30", "")]
    [InlineData("18:00", "AfterWork")]
    [InlineData("20:30", "Evening")]
    [InlineData("21:29", "Evening")]
    [InlineData("21:30", "")]
    [InlineData("00:00", "")]
    public void A_slot_is_due_for_an_hour(string now, string due)
    {
        Assert.Equal(
            due,
            string.Join(',', ReminderSlots.DueAt(TimeOnly.Parse(now, System.Globalization.CultureInfo.InvariantCulture))));
    }
}
