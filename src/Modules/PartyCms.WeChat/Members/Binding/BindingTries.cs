using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.WeChat.Members.Binding;

/// <summary>How many tries to be bound one person, network or name has made since its window began.</summary>
internal sealed class BindingTries
{
    /// <summary>Whose tries they are, as a hash: whoever reads the table learns no identity, no address and no name.</summary>
    public required string Key { get; init; }

    public required int Count { get; set; }

    /// <summary>When the count begins anew, UTC.</summary>
    public required DateTimeOffset EndsUtc { get; set; }
}

internal sealed class BindingTriesConfiguration : IEntityTypeConfiguration<BindingTries>
{
    public void Configure(EntityTypeBuilder<BindingTries> builder)
    {
        builder.ToTable("wechat_binding_tries");
        builder.HasKey(tries => tries.Key);
        builder.Property(tries => tries.Key).HasMaxLength(64);
        builder.HasIndex(tries => tries.EndsUtc);
    }
}
