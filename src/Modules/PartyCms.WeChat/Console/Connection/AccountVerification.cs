using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyCms.WeChat.Callback;

namespace PartyCms.WeChat.Console.Connection;

/// <summary>The verification of the organization behind the account, as WeChat last told in an event.</summary>
internal sealed class AccountVerification
{
    /// <summary>How long before its end people are reminded.</summary>
    public static readonly TimeSpan Reminded = TimeSpan.FromDays(30);

    public required string AppId { get; init; }

    public bool IsVerified { get; set; }

    /// <summary>When it ends or has ended; null where WeChat did not say.</summary>
    public DateTimeOffset? ExpiresUtc { get; set; }

    /// <summary>Why it failed; null where it did not.</summary>
    public string? FailReason { get; set; }

    public DateTimeOffset ToldUtc { get; set; }

    /// <summary>Takes in what an event said. A name that was not granted leaves the account verified as it was.</summary>
    public void Note(VerificationChanged change, DateTimeOffset now)
    {
        ToldUtc = now;
        FailReason = change.FailReason is { Length: > AccountVerificationConfiguration.ReasonLength } reason
            ? reason[..AccountVerificationConfiguration.ReasonLength]
            : change.FailReason;
        if (change.News is VerificationNews.QualificationFailed or VerificationNews.NamingFailed)
        {
            return;
        }

        ExpiresUtc = change.At ?? ExpiresUtc;
        IsVerified = change.News != VerificationNews.Expired;
    }

    public bool IsDueAt(DateTimeOffset now) => IsVerified && ExpiresUtc - now < Reminded;
}

internal sealed class AccountVerificationConfiguration : IEntityTypeConfiguration<AccountVerification>
{
    public const int ReasonLength = 500;

    public void Configure(EntityTypeBuilder<AccountVerification> builder)
    {
        builder.ToTable("wechat_verifications");
        builder.HasKey(row => row.AppId);
        builder.Property(row => row.AppId).HasMaxLength(64);
        builder.Property(row => row.FailReason).HasMaxLength(ReasonLength);
    }
}
