using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Learning.Boards;
using PartyCms.Learning.Study;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.Pages.Me;

/// <summary>What the site holds about the member, as a page and as a file; consents by purpose; who looked (domain 2.5).</summary>
[Authorize]
[ResponseCache(NoStore = true)]
internal sealed class DataModel(
    CurrentMember current, PersonalData personal, BoardMembership membership, BoardSwitch boardSwitch, BranchDirectory branches,
    Caller caller, SiteTime time) : PageModel
{
    private static readonly JsonSerializerOptions Readable = new(ContentJson.Options)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public string AccountName => caller.Name;

    public MemberInfo? Member { get; private set; }

    public string BranchName { get; private set; } = "";

    public BoardScope Scope { get; private set; }

    public int Lines { get; private set; }

    public IReadOnlyList<BoardConsent> Consents { get; private set; } = [];

    public IReadOnlyList<PersonalEvent> Events { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    [BindProperty]
    public BoardPurpose Purpose { get; set; }

    [BindProperty]
    public BoardNameKind NameKind { get; set; }

    [BindProperty]
    [Display(Name = "化名")]
    [StringLength(BoardMembership.AliasLength)]
    public string? Alias { get; set; }

    public static string PurposeName(BoardPurpose purpose) => purpose == BoardPurpose.Branch ? "本支部的榜" : "全平台的榜";

    public string Day(BoardConsent consent) => time.FormatDay(consent.GivenUtc);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } member)
        {
            return NotFound();
        }

        var export = await personal.ExportAsync(member, cancellationToken);
        return File(JsonSerializer.SerializeToUtf8Bytes(export, Readable), "application/json", "my-data.json");
    }

    public async Task<IActionResult> OnPostJoinAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Member is null || Scope == BoardScope.Off || (Purpose == BoardPurpose.Platform && Scope != BoardScope.Platform))
        {
            return NotFound();
        }

        if (NameKind == BoardNameKind.Alias && string.IsNullOrWhiteSpace(Alias))
        {
            ModelState.AddModelError(nameof(Alias), "请填写化名，或改选另一种名字。");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await membership.JoinAsync(Member, Purpose, NameKind, Alias, cancellationToken);
        Done = "已参加" + PurposeName(Purpose) + "。";
        return Redirect("/me/data#board");
    }

    public async Task<IActionResult> OnPostLeaveAsync(BoardPurpose purpose, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } member)
        {
            return NotFound();
        }

        await membership.LeaveAsync(member, purpose, cancellationToken);
        Done = "已退出" + PurposeName(purpose) + "。";
        return Redirect("/me/data#board");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Scope = await boardSwitch.GetAsync(cancellationToken);
        Member = await current.FindAsync(cancellationToken);
        if (Member is not null)
        {
            BranchName = await branches.NameOfAsync(Member.BranchId, cancellationToken);
            Consents = await membership.ListAsync(Member.Id, cancellationToken);
            Lines = await personal.CountLinesAsync(Member.Id, cancellationToken);
            Events = await personal.EventsAsync(Member.Id, cancellationToken);
        }
    }
}
