using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyCms.Kernel.Content;

namespace PartyCms.Accounts.ApiClients;

/// <summary>
/// A program that calls the API under its own name. After a rotation the secret before goes on working for a while, so
/// that the program can be moved over without a gap; tokens live no longer than the secret they were fetched with.
/// </summary>
internal sealed class ApiClient
{
    /// <summary>Stands in role assignments and, as the owner, in content.</summary>
    public string Id { get; private init; } = ContentIds.New();

    /// <summary>What the program sends as <c>client_id</c>.</summary>
    public required string ClientId { get; init; }

    public required string DisplayName { get; set; }

    public required string SecretHash { get; set; }

    public string? PreviousSecretHash { get; private set; }

    public DateTimeOffset? PreviousSecretUntilUtc { get; private set; }

    /// <summary>Raised by each rotation; a token names the one it was issued under.</summary>
    public int Generation { get; private set; } = 1;

    public DateTimeOffset CreatedUtc { get; init; }

    public DateTimeOffset? LastUsedUtc { get; set; }

    public DateTimeOffset? RevokedUtc { get; private set; }

    /// <summary>Replaces the secret; the one before works for a grace time more, or not at all.</summary>
    public void Rotate(string secretHash, TimeSpan grace, DateTimeOffset now)
    {
        (PreviousSecretHash, SecretHash) = (SecretHash, secretHash);
        PreviousSecretUntilUtc = now + grace;
        Generation++;
        if (grace <= TimeSpan.Zero)
        {
            EndPreviousSecret();
        }
    }

    /// <summary>Ends the secret before a rotation at once, with its tokens.</summary>
    public void EndPreviousSecret()
    {
        PreviousSecretHash = null;
        PreviousSecretUntilUtc = null;
    }

    /// <summary>Ends the client for good: no new token, and every token out there is void.</summary>
    public void Revoke(DateTimeOffset now) => RevokedUtc ??= now;

    /// <summary>Whether tokens of a generation are good at an instant.</summary>
    public bool Honours(int generation, DateTimeOffset now) =>
        RevokedUtc is null
        && (generation == Generation || (generation == Generation - 1 && IsPreviousSecretGood(now)));

    /// <summary>The generation a secret belongs to, or null where it is none of this client's.</summary>
    public int? GenerationOf(string secret, DateTimeOffset now)
    {
        if (RevokedUtc is not null)
        {
            ClientSecret.VerifyNothing(secret);
            return null;
        }

        return ClientSecret.Verify(secret, SecretHash) ? Generation
            : IsPreviousSecretGood(now) && ClientSecret.Verify(secret, PreviousSecretHash!) ? Generation - 1
            : null;
    }

    public bool IsPreviousSecretGood(DateTimeOffset now) => PreviousSecretHash is not null && now < PreviousSecretUntilUtc;
}

internal sealed class ApiClientConfiguration : IEntityTypeConfiguration<ApiClient>
{
    public const int ClientIdLength = 100;

    public const int DisplayNameLength = 100;

    public void Configure(EntityTypeBuilder<ApiClient> builder)
    {
        builder.ToTable("accounts_api_clients");
        builder.Property(client => client.Id).HasMaxLength(64).ValueGeneratedNever();
        builder.Property(client => client.ClientId).HasMaxLength(ClientIdLength);
        builder.Property(client => client.DisplayName).HasMaxLength(DisplayNameLength);
        builder.Property(client => client.SecretHash).HasMaxLength(256);
        builder.Property(client => client.PreviousSecretHash).HasMaxLength(256);
        builder.Property(client => client.Generation).IsConcurrencyToken();
        builder.HasIndex(client => client.ClientId).IsUnique();
    }
}
