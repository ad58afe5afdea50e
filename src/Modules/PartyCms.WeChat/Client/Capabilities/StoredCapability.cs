using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.WeChat.Client.Capabilities;

/// <summary>What trying a capability out, or using it, has shown.</summary>
internal sealed class StoredCapability
{
    public required string AppId { get; init; }

    public required Capability Capability { get; init; }

    public bool IsGranted { get; set; }

    public DateTimeOffset CheckedUtc { get; set; }

    /// <summary>WeChat's code where it refused.</summary>
    public int? Code { get; set; }

    /// <summary>WeChat's id of the call where it refused.</summary>
    public string? Rid { get; set; }
}

internal sealed class StoredCapabilityConfiguration : IEntityTypeConfiguration<StoredCapability>
{
    public const int RidLength = 64;

    public void Configure(EntityTypeBuilder<StoredCapability> builder)
    {
        builder.ToTable("wechat_capabilities");
        builder.HasKey(row => new { row.AppId, row.Capability });
        builder.Property(row => row.AppId).HasMaxLength(64);
        builder.Property(row => row.Rid).HasMaxLength(RidLength);
    }
}
