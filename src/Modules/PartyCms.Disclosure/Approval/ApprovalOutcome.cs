using System.Diagnostics.CodeAnalysis;

namespace PartyCms.Disclosure.Approval;

/// <summary>How a step ended.</summary>
internal enum ApprovalVerdict
{
    /// <summary>Taken and written down.</summary>
    Done,

    /// <summary>No such document, or none the caller may see.</summary>
    NotFound,

    /// <summary>The caller may see the document but not take this step.</summary>
    Forbidden,

    /// <summary>Refused; the message says why.</summary>
    Refused,
}

/// <summary>The result of a step.</summary>
/// <param name="Verdict">How it ended.</param>
/// <param name="Message">What to do, when refused.</param>
internal sealed record ApprovalOutcome(ApprovalVerdict Verdict, string? Message = null)
{
    public static ApprovalOutcome Done { get; } = new(ApprovalVerdict.Done);

    public static ApprovalOutcome NotFound { get; } = new(ApprovalVerdict.NotFound);

    public static ApprovalOutcome Forbidden { get; } = new(ApprovalVerdict.Forbidden);

    public static ApprovalOutcome Conflict { get; } = new(ApprovalVerdict.Refused, "文字或进度刚刚有变动，请看过新的内容再办理。");

    [MemberNotNullWhen(true, nameof(Message))]
    public bool IsRefused => Verdict == ApprovalVerdict.Refused;

    public static ApprovalOutcome Refused(string message) => new(ApprovalVerdict.Refused, message);
}
