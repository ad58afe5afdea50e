using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Settings;
using PartyCms.Kernel.Time;
using PartyCms.WeChat.Articles;
using PartyCms.WeChat.Client.Capabilities;
using PartyCms.WeChat.Delivery;

namespace PartyCms.WeChat.Pages.Admin.WeChat.Deliveries;

/// <summary>One issue: where it stands, what can be done next, its articles, and how they look in WeChat.</summary>
[Authorize(DeliveryPermissions.See)]
internal sealed class DetailsModel(
    IssueDesk desk, ActOnIssue actOn, ArrangeIssue arrange, ArticleTexts texts, InspectArticle inspect, CapabilityRecord capabilities,
    ReadMassSends sends, ContentAccess access, Caller caller, SiteSettings settings, SiteTime time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The article that is previewed; by default the first.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Article { get; set; }

    [BindProperty]
    public IssueAct? Act { get; set; }

    /// <summary>The revision that the person looked at.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public ArrangeAct? Arrange { get; set; }

    public IssueCard Card { get; private set; } = null!;

    public IReadOnlyList<IssueAct> Acts { get; private set; } = [];

    public IReadOnlyList<LadderRung> Ladder { get; private set; } = [];

    public IReadOnlyList<IssueEntry> Story { get; private set; } = [];

    public bool MayDeliver { get; private set; }

    public string? Refusal { get; private set; }

    public IssueArticle? Shown { get; private set; }

    /// <summary>What the preflight says of the shown article; null where nothing follows from it any more.</summary>
    public PreflightReport? Report { get; private set; }

    public PhonePreview? Preview { get; private set; }

    public bool IsMoving => IssueLifecycle.IsAtWork(Card.Issue.Stage);

    /// <summary>Whether an issue that WeChat refused has other words since, on our site or at WeChat.</summary>
    public bool IsReworked => IsChangedOnSite || Card.Issue.Revision != Card.Issue.RefusedRevision;

    /// <summary>Refused articles that the caller may correct on our site.</summary>
    public IReadOnlyList<IssueArticle> ToCorrect { get; private set; } = [];

    private bool IsChangedOnSite => Card.Articles.Any(Card.IsChanged);

    public string StyleOf(IssueAct act) => act switch
    {
        IssueAct.Abandon => "btn-outline-danger",
        IssueAct.Deliver when Card.Issue.IsRefused => IsReworked ? "btn-primary" : "btn-quiet",
        IssueAct.Deliver when Card.Issue.Stage == IssueStage.LeftBox => "btn-quiet",
        IssueAct.Deliver when Card.Issue.Stage is IssueStage.Drafted or IssueStage.Failed && !IsChangedOnSite => "btn-quiet",
        IssueAct.Retry when IsChangedOnSite => "btn-quiet",
        IssueAct.DeclineMassSend or IssueAct.MarkPublished or IssueAct.MarkUnpublished => "btn-quiet",
        IssueAct.AskMassSend => "btn-outline-secondary",
        _ => "btn-primary",
    };

    /// <summary>What is asked before an act that cannot be undone; null for the others.</summary>
    public string? QuestionOf(IssueAct act) => act switch
    {
        IssueAct.Deliver when Card.Issue.IsRefused && !IsReworked => "稿子还没有改，原样再送很可能又被退回。仍要重送吗？",
        IssueAct.Publish => "发表以后文章在微信里不能修改。现在发表吗？",
        IssueAct.ConfirmMassSend => "群发给全部关注者，发出后收不回。确认群发吗？",
        IssueAct.MarkUnpublished => "在公众平台核对过，确实没有发表吗？如果其实已经发表，再送一次读者会看到两篇。",
        IssueAct.Abandon => "作废这组图文，草稿箱里的草稿也会删除。确定吗？",
        _ => null,
    };

    public string Minute(DateTimeOffset instant) => time.FormatMinute(instant);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Act is not { } act || !Enum.IsDefined(act))
        {
            return BadRequest();
        }

        var outcome = await actOn.RunAsync(Id, act, Seen, cancellationToken);
        switch (outcome.Verdict)
        {
            case ActVerdict.Done:
                return RedirectToPage(new { id = Id });
            case ActVerdict.NotFound:
                return NotFound();
            case ActVerdict.Forbidden:
                return StatusCode(StatusCodes.Status403Forbidden);
            default:
                Refusal = outcome.Message;
                return await ShowAsync(cancellationToken);
        }
    }

    public async Task<IActionResult> OnPostArrangeAsync(CancellationToken cancellationToken)
    {
        if (Article is not { } article || Arrange is not { } how || !Enum.IsDefined(how))
        {
            return BadRequest();
        }

        return await arrange.RunAsync(Id, article, how, cancellationToken) ? RedirectToPage(new { id = Id }) : NotFound();
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(Id, cancellationToken) is not { } card)
        {
            return NotFound();
        }

        Card = card;
        Story = await desk.StoryAsync(Id, cancellationToken);
        MayDeliver = await caller.CanAsync(DeliveryPermissions.Deliver, card.Issue.OrgUnitId, cancellationToken);
        Acts = await ActsAsync(card.Issue, cancellationToken);
        ToCorrect = card.Issue.IsRefused ? await CorrectableAsync(cancellationToken) : [];
        await PreviewAsync(cancellationToken);
        return Page();
    }

    // Those that are possible, allowed and, of a mass send, not the caller's own to confirm.
    private async Task<IReadOnlyList<IssueAct>> ActsAsync(Issue issue, CancellationToken cancellationToken)
    {
        var able = await capabilities.AllAsync(cancellationToken);
        Ladder = PublishLadder.Of(
            able.Contains(Capability.FreePublish), able.Contains(Capability.MassSend), await sends.AllowanceAsync(cancellationToken));
        var closed = Ladder.Where(rung => !rung.IsOpen).Select(rung => rung.Step).ToHashSet();
        var acts = new List<IssueAct>();
        foreach (var act in IssueActs.Of(issue))
        {
            var isClosed = (act == IssueAct.Publish && closed.Contains(LadderStep.FreePublish))
                || (act is IssueAct.AskMassSend or IssueAct.ConfirmMassSend && closed.Contains(LadderStep.MassSend))
                || (act == IssueAct.ConfirmMassSend && issue.AskedBy == caller.Id);
            if (!isClosed && await caller.CanAsync(IssueActs.PermissionFor(issue, act), issue.OrgUnitId, cancellationToken))
            {
                acts.Add(act);
            }
        }

        return acts;
    }

    private async Task<IReadOnlyList<IssueArticle>> CorrectableAsync(CancellationToken cancellationToken)
    {
        var articles = new List<IssueArticle>();
        foreach (var article in Card.Articles.Where(article => article.IsRefused))
        {
            if (Card.OnSite.TryGetValue(article.ContentItemId, out var onSite)
                && await access.CanEditAsync(onSite.ContentType, onSite.OrgUnitId, cancellationToken))
            {
                articles.Add(article);
            }
        }

        return articles;
    }

    private static bool MayStillGo(IssueStage stage) =>
        stage is IssueStage.Prepared or IssueStage.Drafted or IssueStage.AwaitingSecond or IssueStage.Failed;

    // Until it goes, what readers of our site see now; after that, what went.
    private async Task PreviewAsync(CancellationToken cancellationToken)
    {
        Shown = Card.Articles.FirstOrDefault(article => article.Id == Article) ?? Card.Articles.FirstOrDefault();
        if (Shown is null)
        {
            return;
        }

        var text = Card.Issue.Stage == IssueStage.Prepared
            ? (await texts.FindPublishedAsync(Shown.ContentItemId, cancellationToken))?.Text
            : await texts.FindVersionAsync(Shown.ContentItemId, Shown.ContentItemVersionId, cancellationToken);
        if (text is null)
        {
            return;
        }

        var words = new ArticleWords(Shown.Title, Shown.Author, Shown.Digest);
        var page = new Uri(Shown.Page);
        var inspected = MayStillGo(Card.Issue.Stage)
            ? await inspect.RunAsync(text, page, words, Card.Issue.Id, cancellationToken)
            : null;
        Report = inspected?.Report;
        Preview = new PhonePreview(
            words,
            await settings.GetAsync(SiteSettings.SiteName, cancellationToken) ?? "公众号",
            SiteTime.Format(time.DayOf(Card.Issue.PublishedUtc ?? Card.Issue.SentUtc ?? time.Now)),
            PhonePreview.BodyOf(inspected?.Body ?? text.BodyFor(page)),
            Shown.Page);
    }
}
