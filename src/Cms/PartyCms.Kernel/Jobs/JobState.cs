using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Kernel.Jobs;

/// <summary>What is known of one scheduled job.</summary>
public sealed class JobState
{
    /// <summary>Name of the job.</summary>
    public required string Name { get; init; }

    /// <summary>Not to be run before this instant, UTC; while it runs, the end of its lease.</summary>
    public DateTimeOffset NextRunUtc { get; set; }

    /// <summary>Start of the last run, UTC.</summary>
    public DateTimeOffset? LastStartedUtc { get; set; }

    /// <summary>End of the last run that ended well, UTC.</summary>
    public DateTimeOffset? LastFinishedUtc { get; set; }

    /// <summary>Failures since the last run that ended well.</summary>
    public int Failures { get; set; }

    /// <summary>Message of the last failure.</summary>
    public string? LastError { get; set; }

    /// <summary>Whether a node holds the lease of a run that has not ended.</summary>
    public bool IsRunningAt(DateTimeOffset now) => LastStartedUtc + JobRunner.Lease == NextRunUtc && now < NextRunUtc;
}

internal sealed class JobStateConfiguration : IEntityTypeConfiguration<JobState>
{
    public void Configure(EntityTypeBuilder<JobState> builder)
    {
        builder.ToTable("job_states");
        builder.HasKey(state => state.Name);
        builder.Property(state => state.Name).HasMaxLength(128);
        builder.Property(state => state.LastError).HasMaxLength(2000);
    }
}
