using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.WeChat.Console.AccountDays;

/// <summary>What WeChat counted of the account's followers on one of its days.</summary>
internal sealed class AccountDay
{
    public required string AppId { get; init; }

    /// <summary>A day of Shanghai.</summary>
    public required DateOnly Day { get; init; }

    public int Joined { get; set; }

    public int Left { get; set; }

    /// <summary>Followers at the end of the day.</summary>
    public int Total { get; set; }

    /// <summary>When WeChat was asked, UTC.</summary>
    public DateTimeOffset FetchedUtc { get; set; }
}

internal sealed class AccountDayConfiguration : IEntityTypeConfiguration<AccountDay>
{
    public void Configure(EntityTypeBuilder<AccountDay> builder)
    {
        builder.ToTable("wechat_account_days");
        builder.HasKey(row => new { row.AppId, row.Day });
        builder.Property(row => row.AppId).HasMaxLength(64);
    }
}
