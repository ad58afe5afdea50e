using Microsoft.Extensions.Options;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.WeChat.Articles;
using PartyCms.WeChat.Client.Capabilities;
using PartyCms.WeChat.Client.Drafts;
using PartyCms.WeChat.Client.Errors;

namespace PartyCms.WeChat.Delivery;

/// <summary>How an act ended.</summary>
internal enum ActVerdict
{
    /// <summary>It is done, or under way.</summary>
    Done,

    /// <summary>There is no such issue for the caller.</summary>
    NotFound,

    /// <summary>The caller may not do this.</summary>
    Forbidden,

    /// <summary>It cannot be done now; the message says why.</summary>
    Refused,
}

/// <summary>How an act ended.</summary>
/// <param name="Verdict">In one word.</param>
/// <param name="Message">Why not, in Chinese.</param>
internal sealed record ActOutcome(ActVerdict Verdict, string? Message = null)
{
    public static ActOutcome Done { get; } = new(ActVerdict.Done);

    public static ActOutcome Refused(string message) => new(ActVerdict.Refused, message);
}

/// <summary>Does what a person presses: it changes the issue and leaves calling WeChat to <see cref="AdvanceIssues"/>.</summary>
internal sealed class ActOnIssue(
    CmsDbContext db, Caller caller, ArticleTexts texts, InspectArticle inspect, CapabilityRecord capabilities, ReadMassSends sends,
    DraftClient drafts, AuditLog audit, IOptions<WeChatOptions> options, TimeProvider clock)
{
    private const int MostSaves = 3;

    private const string Changed = "这组图文刚刚有变化，请看过再办。";

    /// <param name="issueId">The issue.</param>
    /// <param name="act">What to do.</param>
    /// <param name="seen">The revision of the issue that the person looked at.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ActOutcome> RunAsync(Guid issueId, IssueAct act, int seen, CancellationToken cancellationToken)
    {
        var issue = await db.Set<Issue>().Include(row => row.Articles)
            .SingleOrDefaultAsync(row => row.Id == issueId, cancellationToken);
        if (issue is null || !await caller.CanAsync(DeliveryPermissions.See, issue.OrgUnitId, cancellationToken))
        {
            return new ActOutcome(ActVerdict.NotFound);
        }

        if (!await caller.CanAsync(IssueActs.PermissionFor(issue, act), issue.OrgUnitId, cancellationToken))
        {
            return new ActOutcome(ActVerdict.Forbidden);
        }

        if (issue.Revision != seen || !IssueActs.IsPossible(issue, act))
        {
            return ActOutcome.Refused(Changed);
        }

        if (!options.Value.HasApi || issue.AppId != options.Value.AppId)
        {
            return ActOutcome.Refused("这组图文属于的公众号现在没有配置，请联系管理员。");
        }

        return await PrepareAsync(issue, act, cancellationToken) is { } refusal
            ? ActOutcome.Refused(refusal)
            : await CommitAsync(issue, act, seen, cancellationToken);
    }

    // What must hold, and what changes beside the stage; the reason where it does not hold.
    private async Task<string?> PrepareAsync(Issue issue, IssueAct act, CancellationToken cancellationToken) => act switch
    {
        IssueAct.Deliver => await RenewAsync(issue, cancellationToken),
        IssueAct.Publish => await MayPublishAsync(issue, cancellationToken),
        IssueAct.AskMassSend => await AskAsync(issue, cancellationToken),
        IssueAct.ConfirmMassSend => await ConfirmAsync(issue, cancellationToken),
        IssueAct.DeclineMassSend => Decline(issue),
        IssueAct.Abandon => await RemoveDraftAsync(issue, cancellationToken),
        _ => null,
    };

    // The text that goes is the one that readers of our site see now, and it passes the preflight.
    private async Task<string?> RenewAsync(Issue issue, CancellationToken cancellationToken)
    {
        foreach (var article in issue.Articles.OrderBy(article => article.Place))
        {
            if (await texts.FindPublishedAsync(article.ContentItemId, cancellationToken) is not ({ } text, _))
            {
                return $"《{article.Title}》已从网站撤下。请先恢复公开，或把它移出这一组。";
            }

            var found = await inspect.RunAsync(
                text, new Uri(article.Page), new ArticleWords(article.Title, article.Author, article.Digest), issue.Id, cancellationToken);
            if (found.Report.Findings.FirstOrDefault(finding => finding.Severity == PreflightSeverity.Blocking) is { } finding)
            {
                return $"《{article.Title}》：{finding.Message}";
            }

            article.ContentItemVersionId = text.Item.ContentItemVersionId;
        }

        return null;
    }

    private async Task<string?> MayPublishAsync(Issue issue, CancellationToken cancellationToken) =>
        await NotPublicAsync(issue, cancellationToken)
        ?? (await capabilities.HasAsync(Capability.FreePublish, cancellationToken)
            ? null
            : "这个公众号没有发布接口的权限。请在手机“公众号助手”或公众平台的草稿箱里按“发表”。");

    private async Task<string?> AskAsync(Issue issue, CancellationToken cancellationToken)
    {
        if (await MayMassSendAsync(issue, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        (issue.AskedBy, issue.AskedByName, issue.ConfirmedByName) = (caller.Id, caller.Name, null);
        return null;
    }

    private async Task<string?> ConfirmAsync(Issue issue, CancellationToken cancellationToken)
    {
        if (issue.AskedBy is null || issue.AskedBy == caller.Id)
        {
            return "申请群发的人不能自己确认，须由另一位有群发权限的同志确认。";
        }

        if (await MayMassSendAsync(issue, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        issue.ConfirmedByName = caller.Name;
        return null;
    }

    private static string? Decline(Issue issue)
    {
        (issue.AskedBy, issue.AskedByName) = (null, null);
        return null;
    }

    private async Task<string?> MayMassSendAsync(Issue issue, CancellationToken cancellationToken)
    {
        if (await NotPublicAsync(issue, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var ladder = PublishLadder.Of(
            mayPublish: true,
            await capabilities.HasAsync(Capability.MassSend, cancellationToken),
            await sends.AllowanceAsync(cancellationToken));
        return ladder.Single(rung => rung.Step == LadderStep.MassSend) is { IsOpen: false, Text: var why } ? why : null;
    }

    private async Task<string?> NotPublicAsync(Issue issue, CancellationToken cancellationToken) =>
        await texts.FindTakenDownAsync(issue, cancellationToken) is { } gone
            ? $"《{gone.Title}》已从网站撤下，不能再发到微信。请先恢复公开，或作废这组图文。"
            : null;

    private async Task<string?> RemoveDraftAsync(Issue issue, CancellationToken cancellationToken)
    {
        if (issue.MediaId is null || issue.Stage == IssueStage.LeftBox)
        {
            return null;
        }

        var deleted = await drafts.DeleteAsync(issue.MediaId, cancellationToken);
        if (deleted.IsOk)
        {
            return null;
        }

        if (deleted.Error.Code == WeChatCode.InvalidMediaId)
        {
            return "草稿已不在草稿箱，可能已经在公众平台发表了。请先核对；已发表的请按“标为已发表”。";
        }

        return $"草稿没有删掉：{deleted.Error.Meaning}{deleted.Error.Remedy}";
    }

    private async Task<ActOutcome> CommitAsync(Issue issue, IssueAct act, int seen, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var button = IssueActs.ButtonOf(issue, act);
        issue.Apply(IssueActs.EventOf(act), now);
        issue.Version++;
        db.Add(new IssueEntry { IssueId = issue.Id, OccurredUtc = now, ActorName = caller.Name, Text = button });
        audit.Add("wechat.issue-" + NameOf(act), issue.Id.ToString("N"), issue.Articles.MinBy(article => article.Place)?.Title);
        return await TrySaveAsync(issue, seen, cancellationToken) ? ActOutcome.Done : ActOutcome.Refused(Changed);
    }

    // The site may look into the draft box at this very moment; that is no reason to refuse a person.
    private async Task<bool> TrySaveAsync(Issue issue, int seen, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MostSaves; attempt++)
        {
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return true;
            }
            catch (DbUpdateConcurrencyException)
            {
                var row = db.Entry(issue);
                if (await row.GetDatabaseValuesAsync(cancellationToken) is not { } stored
                    || stored.GetValue<int>(nameof(Issue.Revision)) != seen)
                {
                    return false;
                }

                row.OriginalValues.SetValues(stored);
                issue.Version = stored.GetValue<int>(nameof(Issue.Version)) + 1;
            }
        }

        return false;
    }

    private static string NameOf(IssueAct act) => act switch
    {
        IssueAct.Deliver => "delivered",
        IssueAct.Publish => "published",
        IssueAct.AskMassSend => "mass-send-asked",
        IssueAct.DeclineMassSend => "mass-send-declined",
        IssueAct.ConfirmMassSend => "mass-send-confirmed",
        IssueAct.Retry => "retried",
        IssueAct.MarkPublished => "marked-published",
        IssueAct.MarkUnpublished => "marked-unpublished",
        IssueAct.Abandon => "abandoned",
    };
}
