using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Learning.CheckIns;
using PartyCms.Learning.Study;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.Pages.Admin.CheckIns;

/// <summary>The gatherings of one's own part of the tree, and the form for a new one, filled in for one that begins now.</summary>
[Authorize(LearningPermissions.HoldCheckIn)]
[ResponseCache(NoStore = true)]
internal sealed class IndexModel(
    Gatherings gatherings, OpenCheckIn open, BranchDirectory branches, Caller caller, SiteTime time) : PageModel
{
    public static IReadOnlyList<StudyMode> Modes { get; } = [StudyMode.ThemeDay, StudyMode.Lecture, StudyMode.Training];

    [BindProperty]
    public GatheringForm Form { get; set; } = new();

    public IReadOnlyList<BranchInfo> Choices { get; private set; } = [];

    public IReadOnlyList<Gathering> Rows { get; private set; } = [];

    public GatheringState StateOf(Gathering gathering) => gathering.StateAt(time.Now);

    public string When(Gathering gathering) => time.FormatMinute(gathering.HeldUtc);

    public string? UnitOf(Gathering gathering) => Choices.FirstOrDefault(unit => unit.Id == gathering.OrgUnitId)?.Name;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var now = time.ToLocal(time.Now);
        Form.Day = DateOnly.FromDateTime(now.DateTime);
        Form.At = new TimeOnly(now.Hour, now.Minute);
        Form.OrgUnitId = Choices.Count == 1 ? Choices[0].Id : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!Modes.Contains(Form.Mode))
        {
            ModelState.AddModelError("Form.Mode", "请选择一种活动。");
        }

        if (Form.Day is { } wished && Math.Abs(wished.DayNumber - time.Today.DayNumber) > GatheringForm.MostDaysAway)
        {
            ModelState.AddModelError("Form.Day", $"日期要在今天前后 {GatheringForm.MostDaysAway} 天以内。");
        }

        if (!ModelState.IsValid || Form is not { Day: { } day, At: { } at, OrgUnitId: { } unit })
        {
            return Page();
        }

        var made = await open.RunAsync(unit, Form.Mode, Form.Title, Form.Place, time.At(day, at), Form.Minutes, cancellationToken);
        return made is null ? NotFound() : RedirectToPage("Gathering", new { id = made.Id });
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Rows = await gatherings.ListAsync(cancellationToken);
        Choices = await branches.ListAsync(caller.ScopeOf(LearningPermissions.HoldCheckIn), cancellationToken);
    }
}

/// <summary>A gathering as it is typed in.</summary>
internal sealed class GatheringForm
{
    /// <summary>A record of last month may still be made up for; what lies further off is a typing error.</summary>
    internal const int MostDaysAway = 92;

    [Display(Name = "支部")]
    [Required]
    public Guid? OrgUnitId { get; set; }

    [Display(Name = "活动")]
    public StudyMode Mode { get; set; } = StudyMode.ThemeDay;

    [Display(Name = "主题")]
    [Required]
    [StringLength(Gathering.TitleLength, MinimumLength = 2)]
    public string Title { get; set; } = "";

    [Display(Name = "地点")]
    [StringLength(Gathering.PlaceLength)]
    public string? Place { get; set; }

    [Display(Name = "日期")]
    [Required]
    public DateOnly? Day { get; set; }

    [Display(Name = "开始时间")]
    [Required]
    public TimeOnly? At { get; set; }

    [Display(Name = "时长（分钟）")]
    [Range(10, StudyTime.DailyCeiling)]
    public int Minutes { get; set; } = 90;
}
