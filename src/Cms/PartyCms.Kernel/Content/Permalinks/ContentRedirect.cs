using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Kernel.Content.Permalinks;

/// <summary>
/// An address where something stood once. It leads to an item, wherever that stands now, so that addresses which
/// changed more than once never make a chain; or to a fixed address of this site that an administrator gave.
/// </summary>
public sealed class ContentRedirect
{
    /// <summary>The old address without leading slash, decoded.</summary>
    public required string Path { get; init; }

    /// <summary>Id of the item it leads to; null where it leads to <see cref="Target" />.</summary>
    public string? ContentItemId { get; set; }

    /// <summary>The address of this site it leads to, with leading slash, decoded; null where it follows an item.</summary>
    public string? Target { get; set; }

    /// <summary>Whether a person added it; else a publication did.</summary>
    public bool IsManual { get; set; }

    /// <summary>Since when, UTC.</summary>
    public DateTimeOffset CreatedUtc { get; set; }

    /// <summary>User name of whoever published or added.</summary>
    public required string CreatedBy { get; set; }
}

internal sealed class ContentRedirectConfiguration : IEntityTypeConfiguration<ContentRedirect>
{
    public void Configure(EntityTypeBuilder<ContentRedirect> builder)
    {
        builder.ToTable("content_redirects");
        builder.HasKey(redirect => redirect.Path);
        builder.Property(redirect => redirect.Path).HasMaxLength(1024);
        builder.Property(redirect => redirect.ContentItemId).HasMaxLength(64);
        builder.Property(redirect => redirect.Target).HasMaxLength(1024);
        builder.Property(redirect => redirect.CreatedBy).HasMaxLength(256);
        builder.HasIndex(redirect => new { redirect.CreatedUtc, redirect.Path });
        builder.HasIndex(redirect => redirect.ContentItemId);
    }
}
