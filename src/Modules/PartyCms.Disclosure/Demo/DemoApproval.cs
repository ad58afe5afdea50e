namespace PartyCms.Disclosure.Demo;

/// <summary>One document of the demo that is still on its way.</summary>
internal sealed record DemoApproval(
    string Slug,
    string Title,
    string Summary,
    string Html,
    string Branch,
    string Group,
    string Rhythm,
    string DocNo,
    DemoStage Stage,
    int HoursAgo,
    string? Opinion);

/// <summary>How far a document of the demo has come.</summary>
internal enum DemoStage
{
    /// <summary>Not yet proposed.</summary>
    Draft,

    /// <summary>Given back by the reviewer.</summary>
    Returned,

    /// <summary>Waits for review.</summary>
    Proposed,

    /// <summary>Waits for approval.</summary>
    Reviewed,

    /// <summary>Waits to be published.</summary>
    Approved,
}
