using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;

namespace PartyCms.WeChat.Delivery;

/// <summary>What may be done to the order of an issue.</summary>
internal enum ArrangeAct
{
    /// <summary>One place nearer to 头条.</summary>
    Up,

    /// <summary>One place further down.</summary>
    Down,

    /// <summary>Out of the issue.</summary>
    Remove,
}

/// <summary>Moves the articles of an issue that WeChat knows nothing of yet.</summary>
internal sealed class ArrangeIssue(CmsDbContext db, Caller caller, AuditLog audit, TimeProvider clock)
{
    /// <summary>False where there is no such issue or article for the caller, or the issue has gone out.</summary>
    public async Task<bool> RunAsync(Guid issueId, Guid articleId, ArrangeAct act, CancellationToken cancellationToken)
    {
        var issue = await db.Set<Issue>().Include(row => row.Articles)
            .SingleOrDefaultAsync(row => row.Id == issueId, cancellationToken);
        if (issue is null || !IssueLifecycle.IsOpen(issue.Stage)
            || !await caller.CanAsync(DeliveryPermissions.Deliver, issue.OrgUnitId, cancellationToken)
            || issue.Articles.Find(row => row.Id == articleId) is not { } article)
        {
            return false;
        }

        var order = issue.Articles.OrderBy(row => row.Place).ToList();
        var at = order.IndexOf(article);
        order.RemoveAt(at);
        if (act != ArrangeAct.Remove)
        {
            order.Insert(Math.Clamp(act == ArrangeAct.Up ? at - 1 : at + 1, 0, order.Count), article);
        }
        else
        {
            issue.Articles.Remove(article);
        }

        for (var place = 0; place < order.Count; place++)
        {
            order[place].Place = place;
        }

        if (order.Count == 0)
        {
            issue.Apply(IssueEvent.Abandon, clock.GetUtcNow());
        }

        audit.Add("wechat.issue-arranged", issue.Id.ToString("N"), article.Title);
        issue.Revision++;
        issue.Version++;
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
