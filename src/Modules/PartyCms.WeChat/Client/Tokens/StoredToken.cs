using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.WeChat.Client.Tokens;

/// <summary>
/// The token that all nodes use, one row for each account and kind. Whoever renews it holds the lease; a new one replaces
/// the old one in a single write, so that nobody ever meets an empty row.
/// </summary>
internal sealed class StoredToken
{
    public required string AppId { get; init; }

    public required TokenKind Kind { get; init; }

    /// <summary>The token, encrypted; null before the first.</summary>
    public string? Protected { get; set; }

    /// <summary>Raised with each new token; a node that renews an older one has come too late.</summary>
    public long Generation { get; set; }

    public DateTimeOffset? ObtainedUtc { get; set; }

    /// <summary>From here on a new one is fetched, while the old one still works.</summary>
    public DateTimeOffset? RenewUtc { get; set; }

    public DateTimeOffset? ExpiresUtc { get; set; }

    /// <summary>When WeChat last said that this token is its current one although it had refused it.</summary>
    public DateTimeOffset? ConfirmedUtc { get; set; }

    /// <summary>Fingerprint of the secret it was fetched with: after a change of the secret nothing here counts.</summary>
    public required string SecretMark { get; set; }

    /// <summary>The node that is fetching a new one.</summary>
    public string? LeaseHolder { get; set; }

    public DateTimeOffset? LeaseUntilUtc { get; set; }

    /// <summary>When a new token was last demanded while the old one was alive; WeChat allows it 20 times a day.</summary>
    public DateTimeOffset? ForcedUtc { get; set; }

    /// <summary>How often that was on the day of <see cref="ForcedUtc" /> in Shanghai.</summary>
    public int ForcedCount { get; set; }

    /// <summary>WeChat refused to give one; not asked again before.</summary>
    public DateTimeOffset? RefusedUntilUtc { get; set; }

    public int? RefusedCode { get; set; }

    public string? RefusedMessage { get; set; }
}

internal sealed class StoredTokenConfiguration : IEntityTypeConfiguration<StoredToken>
{
    public const int MessageLength = 1000;

    public void Configure(EntityTypeBuilder<StoredToken> builder)
    {
        builder.ToTable("wechat_tokens");
        builder.HasKey(token => new { token.AppId, token.Kind });
        builder.Property(token => token.AppId).HasMaxLength(64);

        // Encrypted; WeChat's own are up to 512 characters long.
        builder.Property(token => token.Protected).HasMaxLength(2000);
        builder.Property(token => token.SecretMark).HasMaxLength(32);
        builder.Property(token => token.LeaseHolder).HasMaxLength(32);
        builder.Property(token => token.RefusedMessage).HasMaxLength(MessageLength);
    }
}
