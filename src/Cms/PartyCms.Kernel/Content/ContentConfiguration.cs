using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Kernel.Content;

internal sealed class ContentItemConfiguration : IEntityTypeConfiguration<ContentItem>
{
    public void Configure(EntityTypeBuilder<ContentItem> builder)
    {
        builder.ToTable("content_items");
        builder.Property(item => item.ContentItemId).HasMaxLength(64);
        builder.Property(item => item.ContentItemVersionId).HasMaxLength(64);
        builder.Property(item => item.ContentType).HasMaxLength(128);
        builder.Property(item => item.DisplayText).HasMaxLength(255);
        builder.Property(item => item.Owner).HasMaxLength(64);
        builder.Property(item => item.Author).HasMaxLength(256);
        builder.Property(item => item.Path).HasMaxLength(1024);
        builder.Property(item => item.Revision).IsConcurrencyToken();
        builder.Ignore(item => item.Parts);
        builder.HasIndex(item => item.ContentItemVersionId).IsUnique();

        // The two flags are the rule "at most one": the database itself refuses a second head or a second live version.
        builder.HasIndex(item => item.ContentItemId, "IX_content_items_head").IsUnique().HasFilter("\"Latest\"");
        builder.HasIndex(item => item.ContentItemId, "IX_content_items_live").IsUnique().HasFilter("\"Published\"");
        builder.HasIndex(item => item.ContentItemId, "IX_content_items_history");
        builder.HasIndex(item => item.Path);
        builder.Property(item => item.ContainerId).HasMaxLength(64);
        builder.Property(item => item.Alias).HasMaxLength(ContentAlias.MaxLength);
        builder.HasIndex(item => item.Alias, "IX_content_items_alias").HasFilter("\"Alias\" IS NOT NULL");
        builder.HasIndex(item => item.Alias, "IX_content_items_live_alias").IsUnique()
            .HasFilter("\"Alias\" IS NOT NULL AND \"Published\"");
        builder.HasIndex(item => new { item.ContainerId, item.Position, item.CreatedUtc, item.Id })
            .HasFilter("\"ContainerId\" IS NOT NULL");
        builder.HasIndex(item => new { item.ContentType, item.Latest, item.ModifiedUtc, item.Id });
    }
}

internal sealed class ContentSummaryConfiguration : IEntityTypeConfiguration<ContentSummary>
{
    public void Configure(EntityTypeBuilder<ContentSummary> builder)
    {
        builder.ToTable("content_summaries");
        builder.HasKey(summary => summary.ContentItemId);
        builder.Property(summary => summary.ContentItemId).HasMaxLength(64);
        builder.Property(summary => summary.ContentItemVersionId).HasMaxLength(64);
        builder.Property(summary => summary.ContentType).HasMaxLength(128);
        builder.Property(summary => summary.Title).HasMaxLength(255);
        builder.Property(summary => summary.Summary).HasMaxLength(500);
        builder.Property(summary => summary.CoverPath).HasMaxLength(1024);
        builder.Property(summary => summary.CoverAlt).HasMaxLength(255);
        builder.Property(summary => summary.Column).HasMaxLength(64);
        builder.Property(summary => summary.Facet).HasMaxLength(64);
        builder.Property(summary => summary.ContainerId).HasMaxLength(64);
        builder.Property(summary => summary.Path).HasMaxLength(1024);
        builder.HasIndex(summary => summary.Path).IsUnique();
        builder.HasIndex(summary => new { summary.ContainerId, summary.PublishedUtc, summary.ContentItemId })
            .HasFilter("\"ContainerId\" IS NOT NULL");
        builder.HasIndex(summary => new { summary.ContainerId, summary.Position, summary.ContentItemId })
            .HasFilter("\"ContainerId\" IS NOT NULL");
        builder.HasIndex(summary => new { summary.ContentType, summary.PublishedUtc, summary.ContentItemId });
        builder.HasIndex(summary => new { summary.ContentType, summary.PinnedOrder }).HasFilter("\"IsPinned\"");
        builder.HasIndex(summary => new { summary.ContentType, summary.Column, summary.PublishedUtc, summary.ContentItemId });
        builder.HasIndex(summary => new { summary.PublishedUtc, summary.ContentItemId });
        builder.HasIndex(summary => new { summary.OrgUnitId, summary.ContentType, summary.PublishedUtc, summary.ContentItemId });
        builder.HasIndex(summary => new { summary.OrgUnitId, summary.PublishedUtc, summary.ContentItemId });
    }
}

internal sealed class ContentTombstoneConfiguration : IEntityTypeConfiguration<ContentTombstone>
{
    public void Configure(EntityTypeBuilder<ContentTombstone> builder)
    {
        builder.ToTable("content_tombstones");
        builder.HasKey(tombstone => tombstone.ContentItemId);
        builder.Property(tombstone => tombstone.ContentItemId).HasMaxLength(64);
        builder.Property(tombstone => tombstone.Path).HasMaxLength(1024);
        builder.Property(tombstone => tombstone.ContentType).HasMaxLength(128);
        builder.Property(tombstone => tombstone.Title).HasMaxLength(255);
        builder.Property(tombstone => tombstone.Reason).HasMaxLength(1000);
        builder.HasIndex(tombstone => tombstone.Path);
    }
}
