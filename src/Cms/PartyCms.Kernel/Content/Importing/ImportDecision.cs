namespace PartyCms.Kernel.Content.Importing;

/// <summary>What is to be done with the row of an imported version.</summary>
public enum ImportAct
{
    /// <summary>Nothing: it is here already, with the same content.</summary>
    Keep,

    /// <summary>A new row.</summary>
    Add,

    /// <summary>The row of the same version is changed in place.</summary>
    Change,
}

/// <summary>How an imported version meets what is stored of its item.</summary>
/// <param name="IsKnown">Whether a row of this version exists.</param>
/// <param name="IsSame">Whether that row holds the same content, flags aside.</param>
/// <param name="HasOtherHead">Whether another version of the item is the latest.</param>
/// <param name="HasOtherLive">Whether another version of the item is published.</param>
public readonly record struct ImportSituation(bool IsKnown, bool IsSame, bool HasOtherHead, bool HasOtherLive);

/// <summary>
/// What an import does to one item, keyed on the version id as in Orchard Core: a version that is here with the same
/// content is left alone whatever its flags say; else the imported version wins and others step down. Our own rule is
/// that a published version without another head is also the latest, so that somebody can edit it.
/// </summary>
/// <param name="Act">What happens to the version's own row.</param>
/// <param name="Latest">Whether the row becomes the latest.</param>
/// <param name="Published">Whether the row becomes the published one.</param>
/// <param name="HeadStepsDown">Whether the other latest version loses that flag.</param>
/// <param name="LiveStepsDown">Whether the other published version loses that flag.</param>
/// <param name="LiveBecomesHead">Whether the other published version becomes the latest, for nothing else is.</param>
public readonly record struct ImportDecision(
    ImportAct Act, bool Latest, bool Published, bool HeadStepsDown, bool LiveStepsDown, bool LiveBecomesHead)
{
    /// <summary>Decides.</summary>
    /// <param name="latest">Flag of the imported version.</param>
    /// <param name="published">Flag of the imported version.</param>
    /// <param name="situation">What is stored.</param>
    public static ImportDecision Of(bool latest, bool published, ImportSituation situation)
    {
        if (situation is { IsKnown: true, IsSame: true })
        {
            return new(ImportAct.Keep, latest, published, false, false, false);
        }

        var act = situation.IsKnown ? ImportAct.Change : ImportAct.Add;
        if (published)
        {
            return new(act, true, true, situation.HasOtherHead, situation.HasOtherLive, false);
        }

        return latest
            ? new(act, true, false, situation.HasOtherHead, false, false)
            : new(act, false, false, false, false, situation is { HasOtherHead: false, HasOtherLive: true });
    }
}
