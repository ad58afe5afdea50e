using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Contents.Organizing.Menus;

/// <summary>An item that a published menu leads to: when it moves or goes, every page that shows the menu changes.</summary>
internal sealed class MenuTarget
{
    /// <summary>Id of the menu.</summary>
    public required string MenuId { get; init; }

    /// <summary>Id of the item.</summary>
    public required string ContentItemId { get; init; }
}

internal sealed class MenuTargetConfiguration : IEntityTypeConfiguration<MenuTarget>
{
    public void Configure(EntityTypeBuilder<MenuTarget> builder)
    {
        builder.ToTable("contents_menu_targets");
        builder.HasKey(target => new { target.MenuId, target.ContentItemId });
        builder.Property(target => target.MenuId).HasMaxLength(64);
        builder.Property(target => target.ContentItemId).HasMaxLength(64);
        builder.HasIndex(target => target.ContentItemId);
    }
}
