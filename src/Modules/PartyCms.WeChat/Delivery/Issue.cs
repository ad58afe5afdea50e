using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.WeChat.Delivery;

/// <summary>
/// One issue (图文) of 1 to 8 articles on its way to WeChat. Its row is written before and after each call to WeChat, so
/// that whoever takes it up after a crash knows what may already have happened.
/// </summary>
internal sealed class Issue
{
    public required Guid Id { get; init; }

    public required string AppId { get; init; }

    /// <summary>The unit whose people deal with it; null for the platform.</summary>
    public Guid? OrgUnitId { get; init; }

    public IssueStage Stage { get; private set; }

    /// <summary>Of a failed issue, the stage that a retry begins at.</summary>
    public IssueStage? FailedAt { get; private set; }

    /// <summary>
    /// The revision that WeChat refused for what its articles say; null where it refused nothing since the draft was brought up
    /// to date.
    /// </summary>
    public int? RefusedRevision { get; private set; }

    /// <summary>Since when it is at its stage, UTC.</summary>
    public required DateTimeOffset StageUtc { get; set; }

    /// <summary>Number of the draft made for it, from 1; part of the mark by which the draft is known again.</summary>
    public int Generation { get; set; } = 1;

    /// <summary>Number of the mass send asked for, from 1; part of what WeChat knows a repetition by.</summary>
    public int SendNumber { get; set; } = 1;

    /// <summary>The draft at WeChat.</summary>
    public string? MediaId { get; set; }

    /// <summary>The publication at WeChat.</summary>
    public string? PublishId { get; set; }

    /// <summary>The mass send at WeChat.</summary>
    public string? MessageId { get; set; }

    /// <summary>The published articles at WeChat.</summary>
    public string? ArticleId { get; set; }

    /// <summary>Start of a call that must not be made twice and whose outcome was not written down; else null. UTC.</summary>
    public DateTimeOffset? CallStartedUtc { get; set; }

    /// <summary>When the site looks at it again, UTC; while a node works on it, the end of its lease. Null: it waits for people.</summary>
    public DateTimeOffset? NextAttemptUtc { get; set; }

    /// <summary>
    /// Since when its draft is missing in the box while nobody can tell whether it was published, UTC; null where that is not so.
    /// </summary>
    public DateTimeOffset? MissingUtc { get; private set; }

    /// <summary>Tries of the present step that led nowhere.</summary>
    public int Attempts { get; set; }

    /// <summary>What is wrong or should be known, in Chinese.</summary>
    public string? Problem { get; set; }

    /// <summary>What to do about it, in Chinese.</summary>
    public string? Remedy { get; set; }

    /// <summary>WeChat's code of it.</summary>
    public int? ProblemCode { get; set; }

    /// <summary>WeChat's id of the refused call.</summary>
    public string? Rid { get; set; }

    public required DateTimeOffset CreatedUtc { get; init; }

    public string? CreatedBy { get; init; }

    public required string CreatedByName { get; init; }

    public DateTimeOffset? DraftedUtc { get; set; }

    public DateTimeOffset? PublishedUtc { get; private set; }

    public DateTimeOffset? SentUtc { get; private set; }

    public DateTimeOffset? EndedUtc { get; private set; }

    /// <summary>Who asked for the mass send; somebody else has to agree.</summary>
    public string? AskedBy { get; set; }

    public string? AskedByName { get; set; }

    public string? ConfirmedByName { get; set; }

    /// <summary>Raised by every save, compared by the next: a node that lost its lease cannot write.</summary>
    public int Version { get; set; }

    /// <summary>
    /// Raised by whatever may change a person's mind: a new stage, other articles or words. What somebody presses counts only
    /// where it is still the one they saw; looks that the site takes in between do not raise it.
    /// </summary>
    public int Revision { get; set; }

    /// <summary>The articles by place; the first is 头条.</summary>
    public List<IssueArticle> Articles { get; } = [];

    /// <summary>Whether it waits for other words: WeChat would refuse the same ones again.</summary>
    public bool IsRefused => Stage == IssueStage.Failed && RefusedRevision is not null
        && (IssueLifecycle.IsOfPublication(FailedAt) || IssueLifecycle.IsOfMassSend(FailedAt));

    /// <summary>Where it stands, for people.</summary>
    public string StageName => MissingUtc is null ? Stage.DisplayName() : "正在查发表记录";

    /// <summary>What WeChat knows a repetition of the mass send by.</summary>
    public string ClientMessageId => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"pc-{Id:N}-{SendNumber}");

    /// <summary>Lets something happen; false where it means nothing at this stage.</summary>
    /// <param name="happened">What.</param>
    /// <param name="now">When.</param>
    /// <param name="retryAt">Of a failure, where a retry begins; by default at the failed step itself.</param>
    public bool Apply(IssueEvent happened, DateTimeOffset now, IssueStage? retryAt = null)
    {
        var before = Stage;
        if (IssueLifecycle.Next(before, happened, FailedAt) is not { } next)
        {
            return false;
        }

        Stage = next;
        FailedAt = next == IssueStage.Failed ? retryAt ?? before : null;
        StageUtc = now;
        Revision++;
        Attempts = 0;
        MissingUtc = null;
        NextAttemptUtc = IssueLifecycle.IsAtWork(next) ? now
            : next == IssueStage.Drafted ? now + PollLadder.ForDraft(TimeSpan.Zero)
            : null;
        if (happened is not (IssueEvent.Fail or IssueEvent.NotAllowed))
        {
            SetProblem(null, null);
        }

        Note(happened, before, now);
        return true;
    }

    /// <summary>Notes that the draft is missing in the box; returns since when.</summary>
    public DateTimeOffset MissInBox(DateTimeOffset now)
    {
        if (MissingUtc is null)
        {
            MissingUtc = now;
            Revision++;
        }

        return MissingUtc.Value;
    }

    /// <summary>Notes that the draft stands in the box.</summary>
    public void FindInBox()
    {
        if (MissingUtc is not null)
        {
            MissingUtc = null;
            Revision++;
            SetProblem(null, null);
        }
    }

    /// <summary>Notes that WeChat refused the articles as they are: those that it named, else all.</summary>
    public void NoteRefusal()
    {
        RefusedRevision = Revision;
        if (!Articles.Exists(article => article.IsRefused))
        {
            Articles.ForEach(article => article.IsRefused = true);
        }
    }

    /// <summary>Says what is wrong; null says that nothing is.</summary>
    public void SetProblem(string? problem, string? remedy, int? code = null, string? rid = null)
    {
        Problem = Fit(problem);
        Remedy = Fit(remedy);
        ProblemCode = code;
        Rid = rid is { Length: > IssueConfiguration.IdLength } ? null : rid;
    }

    private static string? Fit(string? text) =>
        text is { Length: > IssueConfiguration.ProblemLength } ? text[..IssueConfiguration.ProblemLength] : text;

    private void Note(IssueEvent happened, IssueStage before, DateTimeOffset now)
    {
        switch (Stage)
        {
            case IssueStage.Drafted when happened == IssueEvent.DraftStands:
                DraftedUtc = now;
                RefusedRevision = null;
                Articles.ForEach(article => article.IsRefused = false);
                break;
            case IssueStage.Published:
                PublishedUtc = now;
                break;
            case IssueStage.MassSent:
                SentUtc = now;
                break;
            case IssueStage.Withdrawn or IssueStage.Abandoned:
                EndedUtc = now;
                Articles.ForEach(article => article.ActiveKey = null);
                break;
            case IssueStage.Uploading when before == IssueStage.LeftBox:
            case IssueStage.Prepared:
                Generation++;
                MediaId = null;
                DraftedUtc = null;
                break;
        }
    }
}

internal sealed class IssueConfiguration : IEntityTypeConfiguration<Issue>
{
    public const int IdLength = 128;

    public const int ProblemLength = 500;

    public void Configure(EntityTypeBuilder<Issue> builder)
    {
        builder.ToTable("wechat_issues");
        builder.Property(issue => issue.Id).ValueGeneratedNever();
        builder.Property(issue => issue.AppId).HasMaxLength(64);
        builder.Property(issue => issue.MediaId).HasMaxLength(IdLength);
        builder.Property(issue => issue.PublishId).HasMaxLength(IdLength);
        builder.Property(issue => issue.MessageId).HasMaxLength(IdLength);
        builder.Property(issue => issue.ArticleId).HasMaxLength(IdLength);
        builder.Property(issue => issue.Rid).HasMaxLength(IdLength);
        builder.Property(issue => issue.Problem).HasMaxLength(ProblemLength);
        builder.Property(issue => issue.Remedy).HasMaxLength(ProblemLength);
        builder.Property(issue => issue.CreatedBy).HasMaxLength(64);
        builder.Property(issue => issue.CreatedByName).HasMaxLength(256);
        builder.Property(issue => issue.AskedBy).HasMaxLength(64);
        builder.Property(issue => issue.AskedByName).HasMaxLength(256);
        builder.Property(issue => issue.ConfirmedByName).HasMaxLength(256);
        builder.Property(issue => issue.Version).IsConcurrencyToken();
        builder.Ignore(issue => issue.ClientMessageId);
        builder.Ignore(issue => issue.IsRefused);
        builder.Ignore(issue => issue.StageName);
        builder.HasMany(issue => issue.Articles).WithOne().HasForeignKey(article => article.IssueId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(issue => issue.NextAttemptUtc);
        builder.HasIndex(issue => new { issue.OrgUnitId, issue.CreatedUtc });
        builder.HasIndex(issue => issue.PublishId);
        builder.HasIndex(issue => issue.MessageId);
    }
}
