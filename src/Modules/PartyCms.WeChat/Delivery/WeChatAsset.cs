using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.WeChat.Delivery;

/// <summary>What a picture at WeChat is for.</summary>
internal enum AssetKind
{
    /// <summary>Inside an article (uploadimg): known by its address.</summary>
    Body,

    /// <summary>A cover (permanent material): known by its id.</summary>
    Cover,
}

/// <summary>A picture of ours that lies at WeChat (素材), so that it is uploaded once.</summary>
internal sealed class WeChatAsset
{
    public required string AppId { get; init; }

    public required AssetKind Kind { get; init; }

    /// <summary>On our site; what stands at such an address never changes.</summary>
    public required string Address { get; init; }

    /// <summary>Of the bytes that were uploaded, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>At WeChat: the address of a picture inside an article, the id of a cover.</summary>
    public required string Reference { get; init; }

    public required DateTimeOffset UploadedUtc { get; init; }
}

internal sealed class WeChatAssetConfiguration : IEntityTypeConfiguration<WeChatAsset>
{
    public void Configure(EntityTypeBuilder<WeChatAsset> builder)
    {
        builder.ToTable("wechat_assets");
        builder.HasKey(asset => new { asset.AppId, asset.Kind, asset.Address });
        builder.Property(asset => asset.AppId).HasMaxLength(64);
        builder.Property(asset => asset.Address).HasMaxLength(300);
        builder.Property(asset => asset.Sha256).HasMaxLength(64);
        builder.Property(asset => asset.Reference).HasMaxLength(1000);
        builder.HasIndex(asset => new { asset.AppId, asset.Kind, asset.Sha256 });
    }
}
