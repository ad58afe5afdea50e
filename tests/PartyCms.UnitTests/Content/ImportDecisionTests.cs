using PartyCms.Kernel.Content.Importing;

namespace PartyCms.UnitTests.Content;

/// <summary>The table of the field's import semantics, keyed on the version id.</summary>
public sealed class ImportDecisionTests
{
    /// <summary>Imported flags (latest, published); stored: known, same content, another head, another live; the decision.</summary>
    public static TheoryData<bool, bool, bool, bool, bool, bool, ImportDecision> Table => new()
    {
        // a version nobody knows
        { true, true, false, false, false, false, new(ImportAct.Add, true, true, false, false, false) },
        { true, true, false, false, true, true, new(ImportAct.Add, true, true, true, true, false) },
        { true, true, false, false, true, false, new(ImportAct.Add, true, true, true, false, false) },
        { false, true, false, false, true, true, new(ImportAct.Add, true, true, true, true, false) },
        { true, false, false, false, true, true, new(ImportAct.Add, true, false, true, false, false) },
        { true, false, false, false, false, false, new(ImportAct.Add, true, false, false, false, false) },
        { false, false, false, false, true, true, new(ImportAct.Add, false, false, false, false, false) },

        // a known version with the same content is left alone, whatever its flags
        { true, true, true, true, true, true, new(ImportAct.Keep, true, true, false, false, false) },
        { false, false, true, true, true, false, new(ImportAct.Keep, false, false, false, false, false) },

        // a known version that changed
        { true, true, true, false, false, false, new(ImportAct.Change, true, true, false, false, false) },
        { true, true, true, false, true, false, new(ImportAct.Change, true, true, true, false, false) },
        { true, true, true, false, false, true, new(ImportAct.Change, true, true, false, true, false) },
        { true, false, true, false, false, true, new(ImportAct.Change, true, false, false, false, false) },
        { false, false, true, false, false, true, new(ImportAct.Change, false, false, false, false, true) },
        { false, false, true, false, false, false, new(ImportAct.Change, false, false, false, false, false) },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_situation_has_its_outcome(
        bool latest, bool published, bool isKnown, bool isSame, bool otherHead, bool otherLive, ImportDecision expected) =>
        Assert.Equal(expected, ImportDecision.Of(latest, published, new ImportSituation(isKnown, isSame, otherHead, otherLive)));
}
