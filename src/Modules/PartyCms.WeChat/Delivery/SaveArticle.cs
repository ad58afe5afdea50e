using Microsoft.Extensions.Options;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.WeChat.Articles;

namespace PartyCms.WeChat.Delivery;

/// <summary>How putting an article into an issue ended.</summary>
internal abstract record SaveOutcome
{
    private SaveOutcome()
    {
    }

    /// <summary>It is in the issue, which is at this revision now.</summary>
    public sealed record Saved(Guid IssueId, int Revision) : SaveOutcome;

    /// <summary>There is no such public article, or no such issue, for the caller.</summary>
    public sealed record NotFound : SaveOutcome;

    public sealed record Refused(string Message) : SaveOutcome;
}

/// <summary>Puts an article into an issue of its own or another's, or changes its words there.</summary>
internal sealed class SaveArticle(
    CmsDbContext db, IDatabaseProvider provider, ArticleTexts texts, Caller caller, AuditLog audit,
    IOptions<WeChatOptions> options, TimeProvider clock)
{
    /// <param name="contentItemId">The article.</param>
    /// <param name="origin">Of the site, for the address behind 阅读原文.</param>
    /// <param name="words">Title, author and summary at WeChat.</param>
    /// <param name="join">The issue to join; null begins one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<SaveOutcome> RunAsync(
        string contentItemId, string origin, ArticleWords words, Guid? join, CancellationToken cancellationToken)
    {
        if (await texts.FindPublishedAsync(contentItemId, cancellationToken) is not ({ } text, { } summary)
            || !await caller.CanAsync(DeliveryPermissions.Deliver, summary.OrgUnitId, cancellationToken))
        {
            return new SaveOutcome.NotFound();
        }

        if (PersonalNotice.IsOne(text.Title, text.PlainText()))
        {
            return new SaveOutcome.Refused("这是涉及个人的公示，只在网站发，不发到微信。");
        }

        var fitting = new ArticleWords(Fit(words.Title), Fit(words.Author), Fit(words.Digest));
        var page = origin + summary.Href;
        var present = await db.Set<IssueArticle>().SingleOrDefaultAsync(row => row.ActiveKey == contentItemId, cancellationToken);
        var issueId = present?.IssueId ?? join;
        var issue = issueId is { } known
            ? await db.Set<Issue>().Include(row => row.Articles).SingleOrDefaultAsync(row => row.Id == known, cancellationToken)
            : Begin(summary.OrgUnitId);
        if (issue is null || !await caller.CanAsync(DeliveryPermissions.Deliver, issue.OrgUnitId, cancellationToken))
        {
            return new SaveOutcome.NotFound();
        }

        if (Change(issue, present, fitting, page) is { } refusal)
        {
            return new SaveOutcome.Refused(refusal);
        }

        if (present is null)
        {
            var article = new IssueArticle
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                IssueId = issue.Id,
                Place = issue.Articles.Count,
                ContentItemId = contentItemId,
                ContentItemVersionId = text.Item.ContentItemVersionId,
                Title = fitting.Title,
                Author = fitting.Author,
                Digest = fitting.Digest,
                Page = page,
                ActiveKey = contentItemId,
            };
            db.Add(article);
        }

        audit.Add("wechat.article-prepared", contentItemId, fitting.Title);
        return await SaveAsync(issue, cancellationToken);
    }

    private static string Fit(string text) => ArticleLimits.Fit(text, IssueArticleConfiguration.TextLength / 2);

    // Why it cannot be changed; null where it was, or need not be.
    private static string? Change(Issue issue, IssueArticle? present, ArticleWords words, string page)
    {
        if (present is null)
        {
            return issue.Articles.Count >= ArticleLimits.Articles ? $"一组图文最多 {ArticleLimits.Articles} 篇。"
                : IssueLifecycle.IsOpen(issue.Stage) ? null
                : "那一组图文已经送出，不能再加文章。请单独成组。";
        }

        if (!IssueLifecycle.MayEdit(issue.Stage))
        {
            return $"这篇文章的图文{issue.Stage.DisplayName()}，现在不能改。";
        }

        (present.Title, present.Author, present.Digest, present.Page) = (words.Title, words.Author, words.Digest, page);
        return null;
    }

    private Issue Begin(Guid? orgUnitId)
    {
        var now = clock.GetUtcNow();
        var issue = new Issue
        {
            Id = Guid.CreateVersion7(now),
            AppId = options.Value.AppId,
            OrgUnitId = orgUnitId,
            StageUtc = now,
            CreatedUtc = now,
            CreatedBy = caller.Id,
            CreatedByName = caller.Name,
        };
        db.Add(issue);
        return issue;
    }

    private async Task<SaveOutcome> SaveAsync(Issue issue, CancellationToken cancellationToken)
    {
        issue.Revision++;
        issue.Version++;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new SaveOutcome.Saved(issue.Id, issue.Revision);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new SaveOutcome.Refused("这组图文刚刚有变化，请再试一次。");
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            return new SaveOutcome.Refused("这篇文章刚刚被加进了另一组图文。");
        }
    }
}
