using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;

namespace PartyCms.WeChat.Delivery;

/// <summary>One issue in the hands of one node.</summary>
internal sealed class IssueRun(CmsDbContext db, Issue issue, TimeProvider clock)
{
    /// <summary>Longer than any single call with the token it may need first; after a crash another node takes over then.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    public Issue Issue => issue;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>
    /// Takes the issue; false where another node has it, or it changed meanwhile. From now on whatever this node writes
    /// fails once another one has taken it.
    /// </summary>
    public async Task<bool> TryTakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await KeepAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    /// <summary>Writes down what is known and keeps the lease.</summary>
    public Task KeepAsync(CancellationToken cancellationToken)
    {
        issue.NextAttemptUtc = Now + Lease;
        return SaveAsync(cancellationToken);
    }

    /// <summary>Writes down that a call begins which must not be made twice.</summary>
    public Task OpenCallAsync(CancellationToken cancellationToken)
    {
        issue.CallStartedUtc = Now;
        return KeepAsync(cancellationToken);
    }

    /// <summary>Writes down what is known and lets go.</summary>
    public Task SaveAsync(CancellationToken cancellationToken)
    {
        issue.Version++;
        return db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The issue waits for a person, who is told what is wrong and what to do.</summary>
    public void Fail(StepResult.Failed failure)
    {
        issue.SetProblem(failure.Problem, failure.Remedy);
        issue.Apply(IssueEvent.Fail, Now, failure.RetryAt);
        if (failure.IsRefusal)
        {
            issue.NoteRefusal();
        }

        if (failure.RetryAt == IssueStage.AwaitingSecond)
        {
            issue.SendNumber++;
        }

        Tell(failure.Problem);
    }

    /// <summary>Adds a line to the issue's story; saved with the next save.</summary>
    public void Tell(string text) => db.Add(new IssueEntry
    {
        IssueId = issue.Id,
        OccurredUtc = Now,
        ActorName = Caller.SystemName,
        Text = text.Length > IssueEntryConfiguration.TextLength ? text[..IssueEntryConfiguration.TextLength] : text,
    });
}
