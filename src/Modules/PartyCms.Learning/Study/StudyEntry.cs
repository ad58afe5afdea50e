using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Learning.Study;

/// <summary>
/// One line of the study ledger. Lines are added and never changed: a mistake is taken back by a reversing line, so
/// that every total can be derived again (domain 6.2.9).
/// </summary>
internal sealed class StudyEntry
{
    public long Id { get; private set; }

    public required Guid MemberId { get; init; }

    /// <summary>The member's branch at that time.</summary>
    public required Guid BranchId { get; init; }

    public required StudyMode Mode { get; init; }

    /// <summary>What was studied, as it was called then.</summary>
    public required string Title { get; init; }

    /// <summary>The lesson, where it was one.</summary>
    public string? ContentItemId { get; init; }

    /// <summary>The day it counts for, in the site's zone.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Year of <see cref="Day" />; an item counts once in each.</summary>
    public required int Year { get; init; }

    /// <summary>Minutes counted; negative in a reversal.</summary>
    public required int Minutes { get; init; }

    /// <summary>1 where the lesson was finished on its own day, −1 where that is taken back, else 0.</summary>
    public int DayCount { get; init; }

    public required DateTimeOffset RecordedUtc { get; init; }

    /// <summary>Evidence or reason, such as the place of a meeting.</summary>
    public string? Note { get; init; }

    /// <summary>The line this one takes back.</summary>
    public long? ReversesId { get; init; }

    public QuizResult? Quiz { get; init; }

    /// <summary>A line that takes this one back.</summary>
    public StudyEntry Reverse(string reason, DateTimeOffset now) => new()
    {
        MemberId = MemberId,
        BranchId = BranchId,
        Mode = Mode,
        Title = Title,
        ContentItemId = ContentItemId,
        Day = Day,
        Year = Year,
        Minutes = -Minutes,
        DayCount = -DayCount,
        RecordedUtc = now,
        Note = reason,
        ReversesId = Id,
    };
}

/// <summary>The best of somebody's attempts at a lesson's questions; shown to nobody else.</summary>
internal sealed class QuizResult
{
    public long EntryId { get; private set; }

    public required int Right { get; init; }

    public required int Total { get; init; }

    public int Attempts { get; init; } = 1;
}

internal sealed class StudyEntryConfiguration : IEntityTypeConfiguration<StudyEntry>
{
    public void Configure(EntityTypeBuilder<StudyEntry> builder)
    {
        builder.ToTable("learning_entries");
        builder.Property(entry => entry.Title).HasMaxLength(255);
        builder.Property(entry => entry.ContentItemId).HasMaxLength(64);
        builder.Property(entry => entry.Note).HasMaxLength(500);

        // The database itself refuses to count an item twice in a year, whatever arrives in parallel (V18).
        builder.HasIndex(entry => new { entry.MemberId, entry.ContentItemId, entry.Year }).IsUnique()
            .HasFilter("\"ContentItemId\" IS NOT NULL AND \"ReversesId\" IS NULL");
        builder.HasIndex(entry => new { entry.MemberId, entry.Year, entry.Day });
        builder.HasIndex(entry => new { entry.Year, entry.Day });
        builder.HasIndex(entry => entry.ReversesId).IsUnique();
        builder.HasOne<StudyEntry>().WithMany().HasForeignKey(entry => entry.ReversesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(entry => entry.Quiz).WithOne().HasForeignKey<QuizResult>(quiz => quiz.EntryId);
    }
}

internal sealed class QuizResultConfiguration : IEntityTypeConfiguration<QuizResult>
{
    public void Configure(EntityTypeBuilder<QuizResult> builder)
    {
        builder.ToTable("learning_quiz_results");
        builder.HasKey(quiz => quiz.EntryId);
    }
}
