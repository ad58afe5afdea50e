using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Media.Folders;

/// <summary>
/// One folder of the library. It belongs to one unit, or to the platform, for ever; so do all folders below it. A unit's
/// own top has no row: what stands there has no folder.
/// </summary>
internal sealed class MediaFolder
{
    public required Guid Id { get; init; }

    /// <summary>The unit whose editors see it; null for the platform.</summary>
    public required Guid? OrgUnitId { get; init; }

    /// <summary>The folder it stands in; null at the unit's top.</summary>
    public Guid? ParentId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Names from the unit's top down, with slashes between, such as <c>2026/主题党日</c>.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Unit and path in lower case: two folders of a unit never have the same.</summary>
    public string PathKey { get; private set; } = "";

    /// <summary>Concurrency stamp; raised too when a folder comes to stand below, whose path is made of this one's.</summary>
    public int Revision { get; private set; }

    public required DateTimeOffset CreatedUtc { get; init; }

    /// <summary>How many folders lead to it, itself counted.</summary>
    public int Depth => Path.Count(character => character == '/') + 1;

    public static MediaFolder Create(Guid id, Guid? orgUnitId, MediaFolder? parent, string name, DateTimeOffset now)
    {
        var folder = new MediaFolder { Id = id, OrgUnitId = orgUnitId, CreatedUtc = now };
        folder.PlaceUnder(parent, name);
        return folder;
    }

    /// <summary>Key of the folder at a path of a unit.</summary>
    public static string KeyOf(Guid? orgUnitId, string path) =>
        $"{orgUnitId?.ToString("N") ?? "site"}/{path.ToLowerInvariant()}";

    /// <summary>Sets parent and name; the folders below follow by <see cref="Follow" />.</summary>
    public void PlaceUnder(MediaFolder? parent, string name)
    {
        ParentId = parent?.Id;
        Name = name;
        SetPath(parent is null ? name : $"{parent.Path}/{name}");
        parent?.Touch();
    }

    /// <summary>Keeps the path of a folder right when one above it went from one path to another.</summary>
    public void Follow(string from, string to) => SetPath(to + Path[from.Length..]);

    public void Touch() => Revision++;

    private void SetPath(string path)
    {
        Path = path;
        PathKey = KeyOf(OrgUnitId, path);
        Revision++;
    }
}

internal sealed class MediaFolderConfiguration : IEntityTypeConfiguration<MediaFolder>
{
    public void Configure(EntityTypeBuilder<MediaFolder> builder)
    {
        builder.ToTable("media_folders");
        builder.Property(folder => folder.Id).ValueGeneratedNever();
        builder.Property(folder => folder.Name).HasMaxLength(FolderName.Longest);
        builder.Property(folder => folder.Path).HasMaxLength(FolderName.LongestPath);
        builder.Property(folder => folder.PathKey).HasMaxLength(FolderName.LongestPath + 33);
        builder.Property(folder => folder.Revision).IsConcurrencyToken();
        builder.HasOne<MediaFolder>().WithMany().HasForeignKey(folder => folder.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(folder => folder.PathKey).IsUnique();
        builder.HasIndex(folder => new { folder.OrgUnitId, folder.ParentId });
    }
}
