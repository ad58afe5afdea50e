using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;
using PartyCms.Learning.CheckIns;
using PartyCms.Learning.Study;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.Pages.Admin.CheckIns;

/// <summary>One gathering: the code to hold up, who has checked in, who is entered by hand, and the confirmation.</summary>
[Authorize(LearningPermissions.HoldCheckIn)]
[ResponseCache(NoStore = true)]
internal sealed class GatheringModel(
    Gatherings gatherings, OpenCheckIn open, MarkPresent mark, ConfirmPresent confirm, CheckInKeys keys, MemberDirectory members,
    BranchDirectory branches, PublicOrigin origin, SiteTime time) : PageModel
{
    private const int MostMembers = 500;

    private const int ReasonLength = 200;

    public Gathering Row { get; private set; } = null!;

    public string UnitName { get; private set; } = "";

    public GatheringState State { get; private set; }

    /// <summary>The code; null while nobody may check in.</summary>
    public ShownCode? Shown { get; private set; }

    public IReadOnlyList<CheckIn> Present { get; private set; } = [];

    /// <summary>Those of the roster who are not on the list.</summary>
    public IReadOnlyList<MemberInfo> Others { get; private set; } = [];

    private Dictionary<Guid, string> Names { get; set; } = [];

    public string When => time.FormatMinute(Row.HeldUtc);

    /// <summary>Minutes since it began, for the confirmation of one that ends early or late; else those planned.</summary>
    public int MinutesSoFar
    {
        get
        {
            var since = (int)(time.Now - Row.HeldUtc).TotalMinutes;
            return State == GatheringState.Open && since is >= 10 and <= StudyTime.DailyCeiling ? since : Row.Minutes;
        }
    }

    public string NameOf(CheckIn checkIn) => Names.GetValueOrDefault(checkIn.MemberId, "（已不在名册）");

    public string TimeOf(CheckIn checkIn) => time.ToLocal(checkIn.CheckedUtc).ToString("HH:mm", CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        State = Row.StateAt(time.Now);
        UnitName = await branches.NameOfAsync(Row.OrgUnitId, cancellationToken);
        Shown = ShownCode.Of(Row, keys, origin.Of(Request), time.Now);
        Present = await gatherings.ViewAsync(Row, cancellationToken);
        var roster = await members.ListWithinAsync(Row.OrgUnitId, MostMembers, cancellationToken);
        var present = Present.Select(checkIn => checkIn.MemberId).ToHashSet();
        Names = (await members.ListAsync(present, cancellationToken)).ToDictionary(member => member.Id, member => member.Name);
        Others = [.. roster.Where(member => !present.Contains(member.Id))];
        return Page();
    }

    public async Task<IActionResult> OnPostEnterAsync(Guid id, Guid member, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || await members.FindAsync(member, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        return await mark.ByHandAsync(Row, found, cancellationToken) switch
        {
            CheckInOutcome.Done => Tell($"已登记：{found.Name}"),
            CheckInOutcome.Already => Refuse($"{found.Name}已经签过到了。"),
            CheckInOutcome.Closed => Refuse("没有登记：活动还没开始，或者刚刚确认过了。请再试一次。"),
            _ => NotFound(),
        };
    }

    public async Task<IActionResult> OnPostStrikeAsync(Guid id, Guid member, string? reason, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > ReasonLength)
        {
            return Refuse($"没有取消：请写明原因，最多 {ReasonLength} 个字，本人看得到。");
        }

        return await confirm.StrikeAsync(Row, member, reason, cancellationToken) ? Tell("已取消签到") : NotFound();
    }

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, int minutes, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid || minutes is < 10 or > StudyTime.DailyCeiling)
        {
            return Refuse($"没有确认：时长要在 10 到 {StudyTime.DailyCeiling} 分钟之间。");
        }

        if (Row.HeldUtc > time.Now)
        {
            return Refuse("没有确认：活动还没开始。");
        }

        return await confirm.RunAsync(Row, minutes, cancellationToken)
            ? Tell($"已确认，每人计入 {minutes} 分钟")
            : Refuse("这次签到已经确认过了。");
    }

    public async Task<IActionResult> OnPostCallOffAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!await open.CallOffAsync(Row, cancellationToken))
        {
            return Refuse("没有取消：学时已经计入。记错的人可以逐个取消。");
        }

        TempData.Toast("已取消这次签到");
        return RedirectToPage("Index");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await gatherings.FindAsync(id, cancellationToken) is not { } found)
        {
            return false;
        }

        Row = found;
        return true;
    }

    private RedirectToPageResult Tell(string message)
    {
        TempData.Toast(message);
        return RedirectToPage(new { id = Row.Id });
    }

    private RedirectToPageResult Refuse(string message)
    {
        TempData.ToastFault(message);
        return RedirectToPage(new { id = Row.Id });
    }
}
