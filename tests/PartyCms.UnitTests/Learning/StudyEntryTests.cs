using PartyCms.Learning.Study;

namespace PartyCms.UnitTests.Learning;

public sealed class StudyEntryTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 16, 4, 0, 0, TimeSpan.Zero);

    private static StudyEntry Training => new()
    {
        MemberId = new Guid("11111111-1111-1111-1111-111111111111"),
        BranchId = new Guid("22222222-2222-2222-2222-222222222222"),
        Mode = StudyMode.Training,
        Title = "集中培训",
        Day = new DateOnly(2026, 9, 15),
        Year = 2026,
        Minutes = 90,
        RecordedUtc = Now,
    };

    [Fact]
    public void V19_a_reversal_takes_back_its_hours_and_both_lines_stay()
    {
        var entry = Training;

        StudyEntry[] ledger = [entry, entry.Reverse("重复登记", Now)];

        Assert.Equal([1.5m, 0m], [StudyTime.Hours([entry.Minutes], HoursMode.Accumulate), StudyTime.Hours(
            ledger.Select(line => line.Minutes), HoursMode.Accumulate)]);
    }

    [Fact]
    public void A_reversal_takes_back_the_day_as_well()
    {
        var reversal = new StudyEntry
        {
            MemberId = Training.MemberId,
            BranchId = Training.BranchId,
            Mode = StudyMode.DailyLesson,
            Title = "车间里要认得两条路",
            Day = Training.Day,
            Year = 2026,
            Minutes = 4,
            DayCount = 1,
            RecordedUtc = Now,
        }.Reverse("本人要求更正", Now);

        Assert.Equal(-1, reversal.DayCount);
    }
}
