namespace PartyCms.Learning.Progress;

/// <summary>What a year asks of a member.</summary>
/// <param name="Hours">Study hours.</param>
/// <param name="Classes">Concentrated trainings.</param>
internal sealed record StudyRequirement(decimal Hours, int Classes)
{
    /// <summary>Hours still missing; 0 when met.</summary>
    public decimal ShortOf(decimal hours) => Math.Max(0, Hours - hours);

    /// <summary>Whether the trainings are done.</summary>
    public bool ClassesMet(int classes) => classes >= Classes;
}

/// <summary>Yearly requirement (domain 2.2.1, 2.2.2): 32 hours for a member, 56 and one training for who holds a post.</summary>
internal static class RequirementRules
{
    public const decimal MemberHours = 32m;

    public const decimal OfficerHours = 56m;

    /// <summary>The requirement of a year; who joins in its course owes the months left, the first included, to half an hour up (V10).</summary>
    public static StudyRequirement Of(bool isOfficer, DateOnly joinedOn, int year)
    {
        var hours = isOfficer ? OfficerHours : MemberHours;
        if (joinedOn.Year == year)
        {
            var monthsLeft = 13 - joinedOn.Month;
            hours = decimal.Ceiling(hours * monthsLeft / 12 * 2) / 2;
        }

        return new StudyRequirement(hours, isOfficer ? 1 : 0);
    }
}
