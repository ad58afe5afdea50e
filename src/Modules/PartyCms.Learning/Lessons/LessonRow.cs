using System.Globalization;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyCms.Learning.Contracts;

namespace PartyCms.Learning.Lessons;

/// <summary>Index of published lessons: one row a day, kept in the same transaction as the publication.</summary>
internal sealed class LessonRow
{
    public required string ContentItemId { get; init; }

    public DateOnly Day { get; set; }

    public required string Title { get; set; }

    public required string Summary { get; set; }

    public required string Topic { get; set; }

    /// <summary>Nominal reading time in minutes.</summary>
    public int Minutes { get; set; }

    public string Href => HrefOf(Day);

    public static string HrefOf(DateOnly day) => "/" + PathOf(day);

    public static string PathOf(DateOnly day) => $"lessons/{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    public LessonCard ToCard() => new(Title, Summary, Href, Day, Minutes, Topic);
}

internal sealed class LessonRowConfiguration : IEntityTypeConfiguration<LessonRow>
{
    public void Configure(EntityTypeBuilder<LessonRow> builder)
    {
        builder.ToTable("learning_lessons");
        builder.HasKey(row => row.ContentItemId);
        builder.Property(row => row.ContentItemId).HasMaxLength(64);
        builder.Property(row => row.Title).HasMaxLength(255);
        builder.Property(row => row.Summary).HasMaxLength(500);
        builder.Property(row => row.Topic).HasMaxLength(LessonParts.TopicLength);
        builder.HasIndex(row => row.Day).IsUnique();
    }
}
