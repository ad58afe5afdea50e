using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Learning.Study;

/// <summary>
/// One open page that sends heartbeats. Its random id is the token that later calls must show; of a member's sessions
/// only the newest counts. Single heartbeats are not kept, only their sum.
/// </summary>
internal sealed class StudySession
{
    public required Guid Id { get; init; }

    public required Guid MemberId { get; init; }

    public required string ContentItemId { get; init; }

    public required DateTimeOffset StartedUtc { get; init; }

    public required DateTimeOffset LastSeenUtc { get; set; }

    public int ActiveSeconds { get; set; }

    /// <summary>Number of the last heartbeat; a repeated or older one adds nothing.</summary>
    public int Sequence { get; set; }

    public bool IsActive { get; set; }

    /// <summary>The day that a heartbeat just before midnight held (V7).</summary>
    public DateOnly? HeldDay { get; set; }

    public TimeSpan Active => TimeSpan.FromSeconds(ActiveSeconds);

    public static StudySession Start(Guid memberId, string contentItemId, DateTimeOffset now) => new()
    {
        Id = new Guid(RandomNumberGenerator.GetBytes(16)),
        MemberId = memberId,
        ContentItemId = contentItemId,
        StartedUtc = now,
        LastSeenUtc = now,
        IsActive = true,
    };
}

internal sealed class StudySessionConfiguration : IEntityTypeConfiguration<StudySession>
{
    public void Configure(EntityTypeBuilder<StudySession> builder)
    {
        builder.ToTable("learning_sessions");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.ContentItemId).HasMaxLength(64);
        builder.HasIndex(session => session.MemberId).IsUnique().HasFilter("\"IsActive\"");
        builder.HasIndex(session => session.LastSeenUtc);
    }
}
