using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Kernel.Settings;

/// <summary>One setting that an administrator may change while the site runs.</summary>
public sealed class SiteSetting
{
    /// <summary>Dotted name, such as <c>site.name</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its value as text.</summary>
    public required string Value { get; set; }
}

internal sealed class SiteSettingConfiguration : IEntityTypeConfiguration<SiteSetting>
{
    public void Configure(EntityTypeBuilder<SiteSetting> builder)
    {
        builder.ToTable("site_settings");
        builder.HasKey(setting => setting.Name);
        builder.Property(setting => setting.Name).HasMaxLength(128);
    }
}
