using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Settings;
using PartyCms.Kernel.Time;
using PartyCms.Learning.Lessons;
using PartyCms.Learning.Study;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.Progress;

/// <summary>Where a member stands this year; shown to nobody else.</summary>
internal sealed record Standing(
    int Year, int Minutes, decimal Hours, StudyRequirement Requirement, int Classes, Credits Credits, Streak Streak, bool IsTodayFinished)
{
    /// <summary>Share of the required hours, 0 to 100.</summary>
    public int Percent => Requirement.Hours == 0 ? 100 : (int)Math.Min(100, Hours * 100 / Requirement.Hours);
}

/// <summary>Derives a member's standing from the ledger, which is the only thing stored.</summary>
internal sealed class MemberProgress(CmsDbContext db, StudyLedger ledger, SiteSettings settings, SiteTime time)
{
    private const string HoursModeSetting = "learning.hours-mode";

    public async Task<Standing> GetAsync(MemberInfo member, string? accountId, CancellationToken cancellationToken)
    {
        var today = time.Today;
        var entries = await ledger.ListAsync(member.Id, today.Year, cancellationToken);
        var days = await ledger.DaysAsync(member.Id, cancellationToken);
        var lessonDays = await db.Set<LessonRow>().Select(row => row.Day).ToHashSetAsync(cancellationToken);
        var mode = Enum.TryParse<HoursMode>(await settings.GetAsync(HoursModeSetting, cancellationToken), out var set)
            ? set
            : HoursMode.Accumulate;
        var isOfficer = await db.Set<RoleAssignment>()
            .AnyAsync(role => role.SubjectId == accountId && role.Role == Roles.Secretary, cancellationToken);
        return new Standing(
            today.Year,
            entries.Sum(entry => entry.Minutes),
            StudyTime.Hours(entries.Select(entry => entry.Minutes), mode),
            RequirementRules.Of(isOfficer, member.AffiliatedOn, today.Year),
            entries.Where(entry => entry.Mode == StudyMode.Training).Sum(entry => entry.ReversesId is null ? 1 : -1),
            CreditsOf(entries),
            StreakRules.Of(days, today, day => !lessonDays.Contains(day)),
            days.Contains(today));
    }

    private static Credits CreditsOf(IReadOnlyList<StudyEntry> entries) => CreditRules.Of(
        entries.Where(entry => entry.Mode == StudyMode.DailyLesson).Sum(entry => entry.Minutes),
        entries.Where(entry => entry.Mode != StudyMode.DailyLesson).Sum(entry => entry.Minutes),
        bonus: 0);
}
