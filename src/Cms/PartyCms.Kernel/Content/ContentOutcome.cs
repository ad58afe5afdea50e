using System.Diagnostics.CodeAnalysis;

namespace PartyCms.Kernel.Content;

/// <summary>One fault of an item, told beside the field it concerns.</summary>
/// <param name="Path">Path of the field, such as <c>TitlePart.Title</c>; empty for the item as a whole.</param>
/// <param name="Message">What is wrong and what to do, in the reader's language.</param>
/// <param name="WireMessage">The English sentence that API clients of the field know, where there is one.</param>
public sealed record ContentProblem(string Path, string Message, string? WireMessage = null)
{
    /// <summary>The path that programs are told, where clients of Orchard Core know another.</summary>
    public string WirePath { get; init; } = Path;
}

/// <summary>How an act on content ended.</summary>
public enum ContentVerdict
{
    /// <summary>Done and committed.</summary>
    Done,

    /// <summary>No such item, or none the act applies to.</summary>
    NotFound,

    /// <summary>Refused; the problems say why. Nothing was changed.</summary>
    Invalid,

    /// <summary>Someone else saved in between. Nothing was changed.</summary>
    Conflict,

    /// <summary>The item's state does not allow the act. Nothing was changed.</summary>
    NotPossible,
}

/// <summary>The result of an act on content.</summary>
/// <param name="Verdict">How it ended.</param>
/// <param name="Item">The version that resulted, when done.</param>
/// <param name="Problems">What to mend, when invalid.</param>
public sealed record ContentOutcome(ContentVerdict Verdict, ContentItem? Item, IReadOnlyList<ContentProblem> Problems)
{
    /// <summary>Whether the act took place.</summary>
    [MemberNotNullWhen(true, nameof(Item))]
    public bool IsDone => Verdict == ContentVerdict.Done;

    internal static ContentOutcome Done(ContentItem item) => new(ContentVerdict.Done, item, []);

    internal static ContentOutcome Refused(ContentVerdict verdict) => new(verdict, null, []);

    internal static ContentOutcome Invalid(IReadOnlyList<ContentProblem> problems) => new(ContentVerdict.Invalid, null, problems);
}
