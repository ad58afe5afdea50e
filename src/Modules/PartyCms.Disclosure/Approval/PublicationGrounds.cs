namespace PartyCms.Disclosure.Approval;

/// <summary>
/// On what grounds this request may publish a disclosure. Set by the act that checked them; the content handler lets no
/// publication through without.
/// </summary>
internal sealed class PublicationGrounds
{
    /// <summary>Either <see cref="ApprovalAct.Publish" /> or <see cref="ApprovalAct.PublishDirectly" />; null: none.</summary>
    public ApprovalAct? Act { get; private set; }

    /// <summary>The reason or opinion that goes with it.</summary>
    public string? Opinion { get; private set; }

    /// <summary>Stamp of the case as it was checked.</summary>
    public int? SeenStamp { get; private set; }

    public void Give(ApprovalAct act, string? opinion, int seenStamp) => (Act, Opinion, SeenStamp) = (act, opinion, seenStamp);
}
