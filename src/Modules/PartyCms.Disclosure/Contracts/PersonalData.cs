using PartyCms.Disclosure.PrivacyScan;
using PartyCms.Kernel.Content;

namespace PartyCms.Disclosure.Contracts;

/// <summary>A place where a text seems to hold data of a person.</summary>
/// <param name="Message">What it is and where, in Chinese, its middle hidden.</param>
/// <param name="IsBlocking">Whether it must not go out; the rest is for a person to weigh.</param>
public sealed record PersonalDataFinding(string Message, bool IsBlocking);

/// <summary>The scan for personal data, for whoever sends texts elsewhere.</summary>
public static class PersonalData
{
    /// <summary>Everything found in title, summary and body, in this order.</summary>
    /// <param name="item">The version that goes out.</param>
    /// <param name="today">Nobody is born after it.</param>
    public static IReadOnlyList<PersonalDataFinding> FindIn(ContentItem item, DateOnly today) =>
        [.. DisclosureScan.Of(item, today).Select(finding => new PersonalDataFinding(finding.Message, finding.IsBlocking))];
}
