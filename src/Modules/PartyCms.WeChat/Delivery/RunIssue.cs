using System.Diagnostics;
using PartyCms.Kernel.Data;

namespace PartyCms.WeChat.Delivery;

/// <summary>
/// Takes one issue as far as it goes without people and without waiting. Each step is written down before it calls WeChat
/// and after, so that any node may go on from wherever another one stopped.
/// </summary>
internal sealed class RunIssue(
    CmsDbContext db,
    UploadPictures upload,
    PlaceDraft place,
    UpdateDraft update,
    WatchDraft watch,
    SubmitPublication submit,
    FollowPublication followPublication,
    SendToAll send,
    FollowMassSend followMassSend,
    TimeProvider clock)
{
    /// <summary>Runs an issue that is due; false where there is nothing to do or another node does it.</summary>
    public async Task<bool> RunAsync(Guid issueId, CancellationToken cancellationToken)
    {
        var issue = await db.Set<Issue>().Include(row => row.Articles)
            .SingleOrDefaultAsync(row => row.Id == issueId, cancellationToken);
        if (issue is null || issue.NextAttemptUtc is null || issue.NextAttemptUtc > clock.GetUtcNow())
        {
            return false;
        }

        var run = new IssueRun(db, issue, clock);
        if (!await run.TryTakeAsync(cancellationToken))
        {
            return false;
        }

        while (await StepAsync(run, cancellationToken))
        {
            await run.KeepAsync(CancellationToken.None);
        }

        await run.SaveAsync(CancellationToken.None);
        return true;
    }

    // Whether the next step may begin at once.
    private async Task<bool> StepAsync(IssueRun run, CancellationToken cancellationToken)
    {
        var issue = run.Issue;
        switch (await RunStepAsync(run, cancellationToken))
        {
            case StepResult.Advanced(var happened):
                issue.Apply(happened, run.Now);
                run.Tell(issue.Stage.DisplayName());
                return IssueLifecycle.IsAtWork(issue.Stage) && !IsFollowing(issue.Stage);
            case StepResult.Wait(var pause):
                issue.Attempts++;
                issue.NextAttemptUtc = run.Now + pause;
                return false;
            case StepResult.Failed failure:
                run.Fail(failure);
                return false;
            case StepResult.Unclear(var problem, var remedy):
                issue.Apply(IssueEvent.DraftGone, run.Now);
                issue.SetProblem(problem, remedy);
                run.Tell(problem);
                return false;
            case StepResult.Trouble trouble:
                Meet(run, trouble);
                return false;
            default:
                throw new UnreachableException();
        }
    }

    private Task<StepResult> RunStepAsync(IssueRun run, CancellationToken cancellationToken) => run.Issue.Stage switch
    {
        IssueStage.Uploading => upload.RunAsync(run, cancellationToken),
        IssueStage.Drafting => place.RunAsync(run, cancellationToken),
        IssueStage.Updating => update.RunAsync(run, cancellationToken),
        IssueStage.Drafted => watch.RunAsync(run, cancellationToken),
        IssueStage.Submitting => submit.RunAsync(run, cancellationToken),
        IssueStage.Publishing => followPublication.RunAsync(run, cancellationToken),
        IssueStage.Sending => send.RunAsync(run, cancellationToken),
        IssueStage.Distributing => followMassSend.RunAsync(run, cancellationToken),
        var stage => throw new UnreachableException($"Nobody works on an issue at {stage}."),
    };

    // WeChat needs a moment for what it was just given; the event that ends it may come first.
    private static bool IsFollowing(IssueStage stage) => stage is IssueStage.Publishing or IssueStage.Distributing;

    private static void Meet(IssueRun run, StepResult.Trouble trouble)
    {
        var (issue, error) = (run.Issue, trouble.Error);
        var isNew = issue.ProblemCode != error.Code || issue.Problem is null;
        var rule = FaultRule.For(error, issue.Stage, issue.Attempts, run.Now);

        // What passes by itself asks nothing of anybody.
        var remedy = rule is FaultRule.TryAgain && error.IsTransient ? null : error.Remedy;
        issue.SetProblem(error.Meaning, remedy, error.Code, error.Rid);
        if (isNew)
        {
            run.Tell(error.Code is { } code ? $"{error.Meaning.TrimEnd('。')}（{code}）。" : error.Meaning);
        }

        switch (rule)
        {
            case FaultRule.TryAgain(var at):
                issue.Attempts++;
                issue.NextAttemptUtc = at;
                break;
            case FaultRule.HandOver:
                issue.Apply(IssueEvent.NotAllowed, run.Now);
                break;
            case FaultRule.GiveUp:
                issue.Apply(IssueEvent.Fail, run.Now);
                break;
        }
    }
}
