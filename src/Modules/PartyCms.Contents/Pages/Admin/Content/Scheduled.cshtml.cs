using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Contents.Editing;
using PartyCms.Contents.Scheduling;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Scheduling;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Pages.Admin.Content;

/// <summary>Everything that will be published or taken down by itself, to be looked over and called off.</summary>
[ResponseCache(NoStore = true)]
internal sealed class ScheduledModel(ScheduledContent scheduled, ContentAccess access, FindEditedItem find, ContentStore store) : PageModel
{
    private const int Shown = 200;

    public IReadOnlyList<ScheduledRow> Rows { get; private set; } = [];

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if ((await access.GetEditableTypesAsync(cancellationToken)).Count == 0)
        {
            return NotFound();
        }

        Rows = await scheduled.ReadAsync(Shown, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? id, ScheduledAct act, CancellationToken cancellationToken)
    {
        if (id is null || !ModelState.IsValid || await find.RunAsync(id, cancellationToken) is null)
        {
            return NotFound();
        }

        var outcome = await store.ScheduleAsync(id, act, null, null, cancellationToken);
        if (outcome.IsDone)
        {
            TempData.Toast("已取消" + ContentSchedules.NameOf(act) + "。");
            return Redirect("/admin/content/scheduled");
        }

        Problem = outcome.Verdict == ContentVerdict.Invalid ? outcome.Problems[0].Message : "刚才有别人改动了这条内容，请再试一次。";
        Response.StatusCode = outcome.Verdict == ContentVerdict.Invalid ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
        Rows = await scheduled.ReadAsync(Shown, cancellationToken);
        return Page();
    }
}
