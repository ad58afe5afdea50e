using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Contents.Comparison;
using PartyCms.Contents.Desk;
using PartyCms.Contents.Editing;
using PartyCms.Contents.Editing.Defined;
using PartyCms.Contents.Presence;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Corrections;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Content.Scheduling;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Text;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;

namespace PartyCms.Contents.Pages.Admin.Content;

/// <summary>The editor: a new piece, or the latest version of one. What was typed is never lost to a fault.</summary>
[ResponseCache(NoStore = true)]
internal sealed class EditModel(
    ContentAccess access,
    FindEditedItem find,
    SaveEdited save,
    DefinedFields defined,
    BranchChoice branchChoice,
    CompareVersions compare,
    WhoIsEditing whoIsEditing,
    Caller caller,
    SiteTime time) : PageModel
{
    private Dictionary<string, string?> _typed = [];
    private Dictionary<string, string?> _defined = [];

    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty(Name = "type", SupportsGet = true)]
    public string? TypeName { get; set; }

    [BindProperty]
    public string? NewId { get; set; }

    [BindProperty]
    public int? Revision { get; set; }

    /// <summary>When to publish by itself, wall-clock minute; null where the form had no such field.</summary>
    [BindProperty]
    public string? PublishAt { get; set; }

    /// <summary>When to take down by itself, in the same form.</summary>
    [BindProperty]
    public string? ArchiveAt { get; set; }

    /// <summary>Id of the item that a new correction notice corrects.</summary>
    [BindProperty(Name = "corrects", SupportsGet = true)]
    public string? CorrectsId { get; set; }

    /// <summary>The item that this one corrects, or null.</summary>
    public ContentItem? Corrected { get; private set; }

    /// <summary>Name of an item whose type has no title.</summary>
    [BindProperty]
    public string? DisplayText { get; set; }

    /// <summary>Which item to add to which bag, as <c>Part|Type</c>.</summary>
    [BindProperty]
    public string? Add { get; set; }

    public EditedItem? Item { get; private set; }

    public ContentType ContentType { get; private set; } = null!;

    public EditorPlan Plan { get; private set; } = null!;

    public ContentFieldsModel Fields { get; private set; } = new([], new Dictionary<string, string?>(), []);

    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    /// <summary>Who saved in between and when, where a save met a conflict.</summary>
    public string? Conflict { get; private set; }

    /// <summary>In a conflict: how what was typed differs from what was saved meanwhile.</summary>
    public IReadOnlyList<ShownChange> Differences { get; private set; } = [];

    /// <summary>Names of others who have the item open.</summary>
    public IReadOnlyList<string> Others { get; private set; } = [];

    public IReadOnlyList<BranchInfo> Branches { get; private set; } = [];

    public bool OffersPlatform { get; private set; }

    public bool MayPublish { get; private set; }

    public string UserId => caller.Id ?? "";

    /// <summary>Where the browser keeps what was typed: the item, or the place for a new one of this type.</summary>
    public string KeptPlace => Item?.Id ?? "new:" + ContentType.Name;

    public string Permalink
    {
        get
        {
            var path = Fields.Value(ContentParts.Permalink);
            var prefix = ContentType.PathPrefix + "/";
            var slug = path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : path;

            // Until it is public the address follows the title.
            var isAutomatic = Item is { State: ContentState.Draft, Latest: var latest } && slug == Slug.From(latest.DisplayText ?? "");
            return isAutomatic ? "" : slug;
        }
    }

    public string PublishAtValue => PublishAt ?? TypedTimes.Value(Item?.Latest.Parts, ScheduledAct.Publish, time);

    public string ArchiveAtValue => ArchiveAt ?? TypedTimes.Value(Item?.Latest.Parts, ScheduledAct.Archive, time);

    public string Minute(DateTimeOffset instant) => time.FormatMinute(instant);

    public string? ShownDisplayText => DisplayText ?? Item?.Latest.DisplayText;

    /// <summary>Whether the branch is asked for: where the type belongs to one, or may.</summary>
    public bool HasBranch => Plan.IsArticle || ContentType.NeedsBranch || ContentType.Definition!.Has(StandardParts.Branch);

    public string Action(string handler) => Item is null
        ? $"/admin/content/edit?type={ContentType.Name}&handler={handler}"
        : $"/admin/content/edit/{Uri.EscapeDataString(Item.Id)}?handler={handler}";

    public string Ago(DateTimeOffset? instant) => time.Ago(instant);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await OpenAsync(cancellationToken))
        {
            return NotFound();
        }

        Revision = Item?.Latest.Revision;
        NewId = Item is null ? ContentIds.New() : null;
        Others = Item is null ? [] : await whoIsEditing.EnterAsync(Item.Id, cancellationToken);
        if (Item is null && Request.Query["column"] is [{ Length: > 0 } column])
        {
            _typed[ContentParts.Column] = column;
        }

        return await ShowAsync(cancellationToken);
    }

    public Task<IActionResult> OnPostDraftAsync(CancellationToken cancellationToken) =>
        StoreAsync(
            publish: false,
            saved =>
            {
                TempData.Toast(Waiting(saved) ?? "草稿已保存，还没有公开。");
                return Redirect("/admin/content/edit/" + saved.ContentItemId);
            },
            cancellationToken);

    public Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken) =>
        StoreAsync(
            publish: false, saved => Redirect("/admin/content/preview/" + saved.ContentItemId), cancellationToken, keepsTimes: false);

    public Task<IActionResult> OnPostPublishAsync(CancellationToken cancellationToken) =>
        StoreAsync(
            publish: true,
            saved =>
            {
                TempData.Toast(Waiting(saved) ?? "已发布。", saved.Published ? LocalHref(saved) : null);
                return Redirect("/admin/content?type=" + saved.ContentType);
            },
            cancellationToken);

    /// <summary>Adds an empty item to a bag of the form; nothing is stored.</summary>
    public async Task<IActionResult> OnPostBagAsync(CancellationToken cancellationToken)
    {
        if (!await OpenAsync(cancellationToken) || Add?.Split('|') is not [var bag, var type])
        {
            return NotFound();
        }

        var stored = ((Item?.Latest.Parts[bag] as JsonObject)?["ContentItems"] as JsonArray)?.Count ?? 0;
        return defined.AddRow(_defined, Plan, bag, type, stored) ? await ShowAsync(cancellationToken) : NotFound();
    }

    /// <summary>Stores while the person types; answers with the revision that the next save begins from.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(CancellationToken cancellationToken)
    {
        if (!await OpenAsync(cancellationToken))
        {
            return NotFound();
        }

        var outcome = await save.RunAsync(Form(), publish: false, cancellationToken);
        return outcome switch
        {
            { IsDone: true } => new JsonResult(new
            {
                id = outcome.Item!.ContentItemId,
                revision = outcome.Item.Revision,
                at = time.ToLocal(time.Now).ToString("HH:mm", CultureInfo.InvariantCulture),
            }),
            { Verdict: ContentVerdict.Conflict } => StatusCode(StatusCodes.Status409Conflict, new { message = "别人刚刚保存过这条内容。" }),
            { Verdict: ContentVerdict.Invalid } =>
                StatusCode(StatusCodes.Status422UnprocessableEntity, new { message = outcome.Problems[0].Message }),
            _ => NotFound(),
        };
    }

    /// <summary>A sign of life of an open editor; answers who else has the item open and which revision was saved last.</summary>
    public async Task<IActionResult> OnPostPresenceAsync(CancellationToken cancellationToken)
    {
        if (Id is null || await find.RunAsync(Id, cancellationToken) is not { } item)
        {
            return NotFound();
        }

        return new JsonResult(new
        {
            others = await whoIsEditing.EnterAsync(item.Id, cancellationToken),
            revision = item.Latest.Revision,
            author = ActorName.Shown(item.Latest.Author),
        });
    }

    /// <summary>The editor was closed.</summary>
    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken cancellationToken)
    {
        if (Id is not null)
        {
            await whoIsEditing.LeaveAsync(Id, cancellationToken);
        }

        return new NoContentResult();
    }

    private static string LocalHref(ContentItem item) =>
        "/" + string.Join('/', (item.Path ?? "").Split('/').Select(Uri.EscapeDataString));

    private EditedForm Form() => new(ContentType, Item, NewId, Revision, _typed)
    {
        Defined = new DefinedForm(Plan, _defined, Plan.HasTitle ? null : DisplayText?.Trim()),
    };

    private string? Waiting(ContentItem saved) =>
        !saved.Published && ScheduleDates.TryRead(saved.Parts, ScheduledAct.Publish, out var due) && due is { } instant
            ? $"已定时，{time.FormatMinute(instant)}自动发布。"
            : null;

    // An unknown item, an item of another branch and a type the caller may not write all look the same: not there.
    private async Task<bool> OpenAsync(CancellationToken cancellationToken)
    {
        if (Id is not null)
        {
            Item = await find.RunAsync(Id, cancellationToken);
            NewId = null;
            if (Item is null)
            {
                return false;
            }

            ContentType = Item.Type;
            MayPublish = Item.MayPublish;
        }
        else
        {
            var types = await access.GetEditableTypesAsync(cancellationToken);
            if (types.FirstOrDefault(type => TypeName is null || type.Name == TypeName) is not { } type)
            {
                return false;
            }

            ContentType = type;
            MayPublish = caller.Can(type.PublishPermission);
            NewId = ContentIds.IsWellFormed(NewId) ? NewId : ContentIds.New();
        }

        Plan = defined.Plan(ContentType);
        if (HttpMethods.IsPost(Request.Method))
        {
            _defined = DefinedFields.Read(Request.Form, Plan);
            _typed = TypedFields.Read(Request.Form, ContentType.Name).Where(entry => !_defined.ContainsKey(entry.Key)).ToDictionary();
        }

        return true;
    }

    private async Task<IActionResult> StoreAsync(
        bool publish, Func<ContentItem, IActionResult> whenDone, CancellationToken cancellationToken, bool keepsTimes = true)
    {
        if (!await OpenAsync(cancellationToken))
        {
            return NotFound();
        }

        var times = MayPublish && keepsTimes && Request.Form.ContainsKey(nameof(PublishAt)) ? new TypedTimes(PublishAt, ArchiveAt) : null;
        var outcome = await save.RunAsync(Form() with { Times = times }, publish, cancellationToken);
        if (outcome.IsDone)
        {
            TempData.ToastSaved(outcome.Item.ContentItemId);
            return whenDone(outcome.Item);
        }

        Problems = outcome.Problems;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        if (outcome.Verdict != ContentVerdict.Invalid)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            await TellConflictAsync(cancellationToken);
        }

        return await ShowAsync(cancellationToken);
    }

    private async Task TellConflictAsync(CancellationToken cancellationToken)
    {
        if ((Item?.Id ?? NewId) is not { } id || await find.RunAsync(id, cancellationToken) is not { } current)
        {
            Conflict = "这条内容刚刚被删除了。您填写的还在下面，可以复制出来另建一条。";
            return;
        }

        // Sending the form once more is then a decision, not an accident.
        Item = current;
        Revision = current.Latest.Revision;
        ModelState.Remove(nameof(Revision));
        Differences = await compare.RunAsync(current.Latest.Parts, MineOver(current), cancellationToken);
        Conflict = $"{ActorName.Shown(current.Latest.Author)} 在{time.Ago(current.Latest.ModifiedUtc)}保存过这条内容，您的修改还没有保存。";
    }

    private JsonObject MineOver(EditedItem current)
    {
        var mine = current.Latest.Parts.DeepClone().AsObject();
        TypedFields.Apply(mine, _typed);
        mine.Set(ContentParts.Body, HtmlSanitizer.Clean(mine.Text(ContentParts.Body) ?? ""));
        var saved = current.Latest.Parts.Text(ContentParts.Permalink);
        var slug = _typed.GetValueOrDefault(ContentParts.Permalink);
        if (string.IsNullOrWhiteSpace(slug) || $"{ContentType.PathPrefix}/{slug}" == saved)
        {
            mine.Set(ContentParts.Permalink, saved);
        }

        return VersionParts.Clear(mine);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var start = Item is null && CorrectsId is { } id && await access.FindEditableAsync(id, cancellationToken) is { } corrected
            ? CorrectionDraft.For(corrected)
            : [];
        Fields = new ContentFieldsModel(Item?.Parts ?? start, _typed.Concat(_defined).ToDictionary(), Problems);
        Corrected = Fields.Value(ContentCorrection.Path) is { Length: > 0 } link
            ? await access.FindEditableAsync(link, cancellationToken)
            : null;
        Branches = await branchChoice.ListAsync(ContentType, cancellationToken);
        OffersPlatform = branchChoice.OffersPlatform(ContentType);
        return Page();
    }
}
