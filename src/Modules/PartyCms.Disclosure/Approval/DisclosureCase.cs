using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyCms.Kernel.Content;

namespace PartyCms.Disclosure.Approval;

/// <summary>
/// How far the present round of one document has come, and for which text: a version and its revision. As soon as the
/// text is another, the round counts for nothing.
/// </summary>
internal sealed class DisclosureCase
{
    /// <summary>Id of the content item.</summary>
    public required string ContentItemId { get; init; }

    /// <summary>The branch it belongs to.</summary>
    public Guid? OrgUnitId { get; set; }

    /// <summary>State of the text named below.</summary>
    public ApprovalState State { get; set; }

    /// <summary>The version that was proposed.</summary>
    public required string ContentItemVersionId { get; set; }

    /// <summary>Its revision; a draft is changed in place.</summary>
    public int TextRevision { get; set; }

    /// <summary>Rounds so far; each proposal begins one.</summary>
    public int Round { get; set; }

    /// <summary>Since when it is in this state, UTC.</summary>
    public DateTimeOffset SinceUtc { get; set; }

    /// <summary>Account that proposed.</summary>
    public string? ProposerId { get; set; }

    /// <summary>Account that reviewed.</summary>
    public string? ReviewerId { get; set; }

    /// <summary>Raised by every step, compared by the next.</summary>
    public int Stamp { get; set; }

    /// <summary>The state that counts for the text as it is now.</summary>
    public static ApprovalState StateOf(DisclosureCase? found, ContentItem head) =>
        head.Published ? ApprovalState.Published : found?.Covers(head) == true ? found.State : ApprovalState.Draft;

    /// <summary>Whether the round is about this very text. A published version no longer changes, whatever its revision.</summary>
    public bool Covers(ContentItem text) =>
        ContentItemVersionId == text.ContentItemVersionId && (text.Published || TextRevision == text.Revision);
}

internal sealed class DisclosureCaseConfiguration : IEntityTypeConfiguration<DisclosureCase>
{
    public void Configure(EntityTypeBuilder<DisclosureCase> builder)
    {
        builder.ToTable("disclosure_cases");
        builder.HasKey(row => row.ContentItemId);
        builder.Property(row => row.ContentItemId).HasMaxLength(64);
        builder.Property(row => row.ContentItemVersionId).HasMaxLength(64);
        builder.Property(row => row.ProposerId).HasMaxLength(64);
        builder.Property(row => row.ReviewerId).HasMaxLength(64);
        builder.Property(row => row.Stamp).IsConcurrencyToken();
        builder.HasIndex(row => new { row.State, row.SinceUtc });
    }
}
