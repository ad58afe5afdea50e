using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.WeChat.Callback;

/// <summary>A push that was handled, kept for a day to know its repetitions. It does not tell who sent it.</summary>
internal sealed class InboundPush
{
    /// <summary>See <see cref="DeduplicationKey"/>.</summary>
    public required string Key { get; init; }

    public DateTimeOffset ReceivedUtc { get; init; }

    /// <summary>What was answered, without sender and receiver; null for an answer that says nothing.</summary>
    public string? Reply { get; set; }
}

internal sealed class InboundPushConfiguration : IEntityTypeConfiguration<InboundPush>
{
    public void Configure(EntityTypeBuilder<InboundPush> builder)
    {
        builder.ToTable("wechat_inbound");
        builder.HasKey(push => push.Key);
        builder.Property(push => push.Key).HasMaxLength(DeduplicationKey.Length);
        builder.HasIndex(push => push.ReceivedUtc);
    }
}
