using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;
using PartyCms.Learning.CheckIns;
using PartyCms.Learning.Study;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.Pages.Me;

/// <summary>Where a member checks in: after the code was scanned, or by typing its six digits.</summary>
[Authorize]
[ResponseCache(NoStore = true)]
[EnableRateLimiting(CheckInLimit.PolicyName)]
internal sealed class CheckInModel(
    CurrentMember current, Gatherings gatherings, MarkPresent mark, CheckInKeys keys, SealedCookie<SeenCode> seen, Caller caller,
    SiteTime time) : PageModel
{
    public string AccountName => caller.Name;

    public MemberInfo? Member { get; private set; }

    /// <summary>What the member may check in to now.</summary>
    public IReadOnlyList<OpenGathering> Open { get; private set; } = [];

    /// <summary>The one whose code was scanned, until they press the button.</summary>
    public Gathering? Scanned { get; private set; }

    /// <summary>The scanned code had changed meanwhile.</summary>
    [BindProperty(SupportsGet = true, Name = "late")]
    public bool IsLate { get; set; }

    /// <summary>Why the last try failed.</summary>
    public string? Problem { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public string TimeOf(DateTimeOffset instant) => time.ToLocal(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Problem = IsLate ? "这个签到码已经换了，或者签到没有开放。请对着现场的新码再扫一次。" : null;
    }

    /// <summary>Checks in to the gathering whose code was scanned.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Member is null || Scanned is null)
        {
            Problem = "扫码超过十分钟了，请对着现场的码再扫一次。";
            return Page();
        }

        seen.Delete(HttpContext);
        return await MarkAsync(Scanned, Member, cancellationToken);
    }

    /// <summary>Checks in by the six digits below the code.</summary>
    public async Task<IActionResult> OnPostCodeAsync(string? code, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var typed = string.Concat((code ?? "").Where(char.IsAsciiDigit));
        var found = Open.FirstOrDefault(open =>
            keys.Read(open.Gathering) is { } key && CheckInCode.IsShown(key, typed, time.Now));
        if (Member is null || found is null)
        {
            Problem = "数字不对，或者已经换了。请看现场的码，输入下面的六位数字。";
            return Page();
        }

        return await MarkAsync(found.Gathering, Member, cancellationToken);
    }

    private async Task<IActionResult> MarkAsync(Gathering gathering, MemberInfo member, CancellationToken cancellationToken)
    {
        switch (await mark.ByCodeAsync(gathering, member, cancellationToken))
        {
            case CheckInOutcome.Done:
                Done = $"已签到：{gathering.Title}。书记确认后计入学时。";
                return Redirect("/me/checkin");
            case CheckInOutcome.Already:
                Done = $"您已经签过到了：{gathering.Title}。";
                return Redirect("/me/checkin");
            case CheckInOutcome.NotTheirs:
                Problem = $"“{gathering.Title}”不是本支部的活动，不能在这里签到。请现场的书记登记。";
                break;
            case CheckInOutcome.Closed:
                Problem = $"“{gathering.Title}”的签到没有开放或已经结束。请找书记登记，学时一样算。";
                break;
        }

        Scanned = null;
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Member = await current.FindAsync(cancellationToken);
        if (Member is null)
        {
            return;
        }

        Open = await gatherings.OpenToAsync(Member, cancellationToken);
        if (seen.Read(Request) is { } code)
        {
            // Also one that is not theirs: it says so when they press the button.
            Scanned = Open.Any(open => open.Gathering.Id == code.GatheringId && open.CheckedUtc is not null)
                ? null
                : await gatherings.FindScannedAsync(code.GatheringId, cancellationToken);
        }
    }
}
