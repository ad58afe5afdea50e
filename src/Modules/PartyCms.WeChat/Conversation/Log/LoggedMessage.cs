using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.WeChat.Conversation.Log;

/// <summary>What a follower sent and what the account answered; kept for the days of <c>WeChat:MessageLogDays</c>.</summary>
internal sealed class LoggedMessage
{
    /// <summary>Row number, ascending in time.</summary>
    public long Id { get; private set; }

    public required DateTimeOffset ReceivedUtc { get; init; }

    /// <summary>See <see cref="FollowerHash"/>.</summary>
    public required string Follower { get; init; }

    /// <summary>What it was, in Chinese, such as 文字 or 点菜单.</summary>
    public required string Kind { get; init; }

    /// <summary>What was written, tapped or scanned; the beginning of it.</summary>
    public required string Text { get; init; }

    /// <summary>What was answered at once, the beginning of it; empty for nothing.</summary>
    public required string Answer { get; init; }
}

internal sealed class LoggedMessageConfiguration : IEntityTypeConfiguration<LoggedMessage>
{
    public const int KindLength = 16;

    public const int TextLength = 500;

    public void Configure(EntityTypeBuilder<LoggedMessage> builder)
    {
        builder.ToTable("wechat_messages");
        builder.Property(message => message.Follower).HasMaxLength(FollowerHash.Length);
        builder.Property(message => message.Kind).HasMaxLength(KindLength);
        builder.Property(message => message.Text).HasMaxLength(TextLength);
        builder.Property(message => message.Answer).HasMaxLength(TextLength);
        builder.HasIndex(message => message.ReceivedUtc);
        builder.HasIndex(message => message.Follower);
    }
}
