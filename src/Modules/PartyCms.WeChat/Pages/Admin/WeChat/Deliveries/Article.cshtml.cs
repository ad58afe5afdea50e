using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Settings;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;
using PartyCms.WeChat.Articles;
using PartyCms.WeChat.Delivery;

namespace PartyCms.WeChat.Pages.Admin.WeChat.Deliveries;

/// <summary>One published article on its way to WeChat: its words there, the preflight, and how it will look.</summary>
[Authorize(DeliveryPermissions.Deliver)]
internal sealed class ArticleModel(
    ArticleTexts texts, InspectArticle inspect, IssueDesk desk, SaveArticle save, ActOnIssue act, CmsDbContext db, Caller caller,
    PublicOrigin origin, BranchDirectory branches, SiteSettings settings, IOptions<WeChatOptions> options, SiteTime time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Author { get; set; }

    [BindProperty]
    public string? Digest { get; set; }

    [BindProperty]
    public Guid? Join { get; set; }

    /// <summary><c>deliver</c>, <c>collect</c> or <c>check</c>.</summary>
    [BindProperty]
    public string? Then { get; set; }

    public string SiteTitle { get; private set; } = "";

    public bool HasAccount => options.Value.HasApi;

    public string? Refusal { get; private set; }

    /// <summary>Issues that it may join; none where it already is in one.</summary>
    public IReadOnlyList<OpenIssue> Open { get; private set; } = [];

    /// <summary>The issue that the article already is in.</summary>
    public IssueCard? Present { get; private set; }

    public bool MaySave => Present is null || IssueLifecycle.MayEdit(Present.Issue.Stage);

    public InspectedArticle Inspected { get; private set; } = null!;

    public PhonePreview Preview { get; private set; } = null!;

    private ArticleWords Words => new(Title ?? "", Author ?? "", Digest ?? "");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } found)
        {
            return NotFound();
        }

        var known = Present?.Articles.First(article => article.ContentItemId == Id);
        Title = known?.Title ?? found.Text.Title;
        Author = known?.Author ?? await AuthorOfAsync(found, cancellationToken);
        Digest = known?.Digest ?? found.Text.Digest;
        return await ShowAsync(found, null, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } found)
        {
            return NotFound();
        }

        if (!HasAccount || Then == "check")
        {
            return await ShowAsync(found, null, cancellationToken);
        }

        // Nothing is begun that could not go.
        var inspected = Then == "deliver" ? await InspectAsync(found, cancellationToken) : null;
        if (inspected is { Report.IsClear: false })
        {
            Refusal = "还有不能发的问题，请看下面的“发送前检查”。";
            return await ShowAsync(found, inspected, cancellationToken);
        }

        switch (await save.RunAsync(Id, origin.Of(Request), Words, Join, cancellationToken))
        {
            case SaveOutcome.Saved(var issueId, var revision):
                if (Then == "deliver")
                {
                    var outcome = await act.RunAsync(issueId, IssueAct.Deliver, revision, cancellationToken);
                    TempData.Toast(outcome.Message ?? "正在送到草稿箱");
                }
                else
                {
                    TempData.Toast("已保存");
                }

                return RedirectToPage("Details", new { id = issueId });
            case SaveOutcome.Refused(var message):
                Refusal = message;
                return await ShowAsync(found, inspected, cancellationToken);
            default:
                return NotFound();
        }
    }

    private async Task<Found?> FindAsync(CancellationToken cancellationToken)
    {
        if (await texts.FindPublishedAsync(Id, cancellationToken) is not ({ } text, { } summary)
            || !await caller.CanAsync(DeliveryPermissions.Deliver, summary.OrgUnitId, cancellationToken))
        {
            return null;
        }

        SiteTitle = text.Title;
        var issueId = await db.Set<IssueArticle>().Where(article => article.ActiveKey == Id)
            .Select(article => (Guid?)article.IssueId).SingleOrDefaultAsync(cancellationToken);
        Present = issueId is { } known ? await desk.FindAsync(known, cancellationToken) : null;
        return new Found(text, summary, new Uri(origin.Of(Request) + summary.Href));
    }

    private Task<InspectedArticle> InspectAsync(Found found, CancellationToken cancellationToken) =>
        inspect.RunAsync(found.Text, found.Page, Words, Present?.Issue.Id, cancellationToken);

    private async Task<IActionResult> ShowAsync(Found found, InspectedArticle? inspected, CancellationToken cancellationToken)
    {
        Inspected = inspected ?? await InspectAsync(found, cancellationToken);
        Open = Present is null ? await desk.OpenAsync(cancellationToken) : [];
        Preview = new PhonePreview(
            Words,
            await settings.GetAsync(SiteSettings.SiteName, cancellationToken) ?? "公众号",
            SiteTime.Format(time.Today),
            PhonePreview.BodyOf(Inspected.Body),
            found.Page.AbsoluteUri);
        return Page();
    }

    // Whoever wrote it, else the branch; a name that is too long is left to the secretary.
    private async Task<string> AuthorOfAsync(Found found, CancellationToken cancellationToken)
    {
        var contributor = found.Text.Item.Parts.Text(ContentParts.Contributor) ?? "";
        var branch = await branches.NameOfAsync(found.Summary.OrgUnitId, cancellationToken);
        return new[] { contributor, branch }.FirstOrDefault(
            name => name.Length > 0 && ArticleLimits.CharactersOf(name) <= ArticleLimits.Author) ?? "";
    }

    private sealed record Found(ArticleText Text, ContentSummary Summary, Uri Page);
}
