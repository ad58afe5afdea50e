using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Learning.Boards;

/// <summary>Where somebody agreed to be named.</summary>
internal enum BoardPurpose
{
    /// <summary>On the board that members of the own branch see.</summary>
    Branch,

    /// <summary>On the board that everybody sees.</summary>
    Platform,
}

/// <summary>As whom.</summary>
internal enum BoardNameKind
{
    /// <summary>First character and a cross, such as 王×; the default.</summary>
    Masked,

    /// <summary>A name of the member's own choice.</summary>
    Alias,

    /// <summary>The real name.</summary>
    Real,
}

/// <summary>A member's consent to stand on the learning board, for one purpose. Withdrawing deletes it.</summary>
internal sealed class BoardConsent
{
    public required Guid MemberId { get; init; }

    public required BoardPurpose Purpose { get; init; }

    public required BoardNameKind NameKind { get; set; }

    /// <summary>The very name that was agreed to; the board shows no other.</summary>
    public required string DisplayName { get; set; }

    public required DateTimeOffset GivenUtc { get; set; }
}

internal sealed class BoardConsentConfiguration : IEntityTypeConfiguration<BoardConsent>
{
    public void Configure(EntityTypeBuilder<BoardConsent> builder)
    {
        builder.ToTable("learning_board_consents");
        builder.HasKey(consent => new { consent.MemberId, consent.Purpose });
        builder.Property(consent => consent.DisplayName).HasMaxLength(50);
    }
}
