namespace PartyCms.Disclosure.Documents;

/// <summary>The seven groups of what a grass-roots branch opens (domain 2.1.2).</summary>
internal enum DisclosureGroup
{
    /// <summary>Study and implementation of decisions from above.</summary>
    Decisions,

    /// <summary>Duties, plans and what came of them.</summary>
    Plans,

    /// <summary>Elections, committee and division of work.</summary>
    Organization,

    /// <summary>Admission and education of members; numbers only.</summary>
    Members,

    /// <summary>Discipline and supervision.</summary>
    Discipline,

    /// <summary>Income and use of dues and funds.</summary>
    Dues,

    /// <summary>Service for members and people.</summary>
    Service,
}
