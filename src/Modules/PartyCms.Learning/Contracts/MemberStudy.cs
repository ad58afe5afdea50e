using PartyCms.Kernel.Time;
using PartyCms.Learning.Progress;
using PartyCms.Learning.Study;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.Contracts;

/// <summary>Tells other modules where one member stands, for that member alone.</summary>
public sealed class MemberStudy
{
    private readonly StudyLedger _ledger;
    private readonly MemberProgress _progress;
    private readonly SiteTime _time;

    /// <summary>Made by the container only: what it needs is the module's own.</summary>
    internal MemberStudy(StudyLedger ledger, MemberProgress progress, SiteTime time) =>
        (_ledger, _progress, _time) = (ledger, progress, time);

    /// <summary>Whether the member has finished the lesson of today.</summary>
    public Task<bool> HasFinishedTodayAsync(Guid memberId, CancellationToken cancellationToken) =>
        _ledger.HasDayAsync(memberId, _time.Today, cancellationToken);

    /// <summary>The member's year so far.</summary>
    /// <param name="member">The member.</param>
    /// <param name="accountId">The member's account, whose posts raise what is required; null for none.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<StudySoFar> ReadAsync(MemberInfo member, string? accountId, CancellationToken cancellationToken)
    {
        var standing = await _progress.GetAsync(member, accountId, cancellationToken);
        return new StudySoFar(
            standing.Hours, standing.Requirement.Hours, standing.Credits.Total, standing.Streak.Current,
            standing.IsTodayFinished);
    }
}

/// <summary>A member's year so far.</summary>
/// <param name="Hours">Study hours.</param>
/// <param name="RequiredHours">Study hours that the year asks for.</param>
/// <param name="Credits">Credits.</param>
/// <param name="StreakDays">Days in a row with a finished lesson.</param>
/// <param name="IsTodayFinished">Whether the lesson of today is among them.</param>
public sealed record StudySoFar(
    decimal Hours, decimal RequiredHours, decimal Credits, int StreakDays, bool IsTodayFinished);
