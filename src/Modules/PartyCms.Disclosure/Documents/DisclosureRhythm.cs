namespace PartyCms.Disclosure.Documents;

/// <summary>When something is opened (domain 2.1.11).</summary>
internal enum DisclosureRhythm
{
    /// <summary>Stands for long, changed when its subject changes.</summary>
    LongTerm,

    /// <summary>Comes round each month, quarter or year.</summary>
    Regular,

    /// <summary>At once when something happens.</summary>
    AdHoc,

    /// <summary>When a member asks for it.</summary>
    OnApplication,
}
