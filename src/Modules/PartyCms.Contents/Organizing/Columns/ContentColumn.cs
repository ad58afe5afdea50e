using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Contents.Organizing.Columns;

/// <summary>
/// A column (栏目) of one content type: a named list with an owner and a promise how often something new appears.
/// Items hold its name, as they always did; so imported items whose column nobody manages keep theirs.
/// </summary>
internal sealed class ContentColumn
{
    private const char Separator = '\n';

    public Guid Id { get; init; }

    /// <summary>Name of the content type whose items stand in it.</summary>
    public required string ContentType { get; init; }

    public required string Name { get; set; }

    /// <summary>Its part of public addresses.</summary>
    public required string Slug { get; set; }

    /// <summary>A sentence for readers; may be empty.</summary>
    public string Description { get; set; } = "";

    /// <summary>Ascending order among the columns of its type.</summary>
    public int Position { get; set; }

    /// <summary>At least one new item in so many days; null where nothing is promised (domain 2.6).</summary>
    public int? FreshDays { get; set; }

    /// <summary>The unit that keeps it up to date; null where a role or nobody does.</summary>
    public Guid? OwnerUnitId { get; set; }

    /// <summary>The role that keeps it up to date, alone or within <see cref="OwnerUnitId" />.</summary>
    public string? OwnerRole { get; set; }

    /// <summary>Whom to ask, for the administration only.</summary>
    public string Contact { get; set; } = "";

    /// <summary>Last day on which the promise rests, such as during a rebuilding; null where it holds.</summary>
    public DateOnly? PausedUntil { get; set; }

    /// <summary>Why it rests.</summary>
    public string PauseReason { get; set; } = "";

    /// <summary>From when an empty column counts its days, UTC.</summary>
    public DateTimeOffset CreatedUtc { get; init; }

    /// <summary>Names it had before: items that still hold one of them stand in it all the same.</summary>
    public IReadOnlyList<string> FormerNames =>
        Former.Split(Separator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The former names as stored.</summary>
    public string Former { get; private set; } = "";

    public bool IsCalled(string name) => name == Name || FormerNames.Contains(name, StringComparer.Ordinal);

    public void Rename(string name)
    {
        if (name != Name)
        {
            Former = string.Join(Separator, FormerNames.Where(former => former != name).Append(Name));
            Name = name;
        }
    }

    /// <summary>Lets a former name go to a column that bears it now.</summary>
    public void Forget(string formerName) =>
        Former = string.Join(Separator, FormerNames.Where(former => former != formerName));
}

internal sealed class ContentColumnConfiguration : IEntityTypeConfiguration<ContentColumn>
{
    public const int NameLength = 64;

    public const int DescriptionLength = 300;

    public const int ContactLength = 50;

    public void Configure(EntityTypeBuilder<ContentColumn> builder)
    {
        builder.ToTable("contents_columns");
        builder.HasKey(column => column.Id);
        builder.Property(column => column.Id).ValueGeneratedNever();
        builder.Property(column => column.ContentType).HasMaxLength(128);
        builder.Property(column => column.Name).HasMaxLength(NameLength);
        builder.Property(column => column.Slug).HasMaxLength(NameLength);
        builder.Property(column => column.Description).HasMaxLength(DescriptionLength);
        builder.Property(column => column.OwnerRole).HasMaxLength(32);
        builder.Property(column => column.Contact).HasMaxLength(ContactLength);
        builder.Property(column => column.PauseReason).HasMaxLength(DescriptionLength);
        builder.Ignore(column => column.FormerNames);
        builder.HasIndex(column => new { column.ContentType, column.Name }).IsUnique();
        builder.HasIndex(column => new { column.ContentType, column.Slug }).IsUnique();
    }
}
