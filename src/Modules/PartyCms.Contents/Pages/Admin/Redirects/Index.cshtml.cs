using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Contents.Organizing;
using PartyCms.Contents.Organizing.Redirects;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Pages.Admin.Redirects;

/// <summary>The old addresses that lead on, and a form for one more.</summary>
[Authorize(Policy = OrganizingPermissions.Manage)]
[ResponseCache(NoStore = true)]
internal sealed class IndexModel(RedirectList list, AddRedirect add, DeleteRedirect delete, SiteTime time) : PageModel
{
    [BindProperty]
    public RedirectForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<RedirectRow> Rows { get; private set; } = [];

    public string? NextHref { get; private set; }

    public string DayOf(DateTimeOffset instant) => time.FormatDay(instant);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await add.RunAsync(Form.From, Form.To, cancellationToken);
        if (outcome == AddRedirectOutcome.Added)
        {
            TempData.Toast("已加上跳转。");
            return RedirectToPage("Index");
        }

        var (field, message) = Explain(outcome);
        ModelState.AddModelError(field, message);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostDeleteAsync(string? path, CancellationToken cancellationToken)
    {
        if (!await delete.RunAsync(path ?? "", cancellationToken))
        {
            return NotFound();
        }

        TempData.Toast("已删除跳转。");
        return RedirectToPage("Index");
    }

    private static (string Field, string Message) Explain(AddRedirectOutcome outcome) => outcome switch
    {
        AddRedirectOutcome.BadPath => ("Form.From", "请填写本站的旧网址，以 / 开头，不带问号后面的部分。"),
        AddRedirectOutcome.ReservedPath => ("Form.From", "这个网址是平台自己的页面，不能跳走。"),
        AddRedirectOutcome.InUse => ("Form.From", "这个网址上有公开的内容，不能跳走。"),
        AddRedirectOutcome.Exists => ("Form.From", "这个网址已经有跳转了，要改就先删掉原来的。"),
        AddRedirectOutcome.Loop => ("Form.To", "新网址又会跳回旧网址，请换一个。"),
        _ => ("Form.To", "请填写本站的网址，以 / 开头，如 /news/新网址。"),
    };

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        (Rows, var next) = await list.ReadAsync(Q, After, cancellationToken);
        NextHref = next is null ? null : $"/admin/redirects?q={Uri.EscapeDataString(Q ?? "")}&after={Uri.EscapeDataString(next)}";
    }
}

/// <summary>What is typed for a redirect.</summary>
internal sealed class RedirectForm
{
    [Display(Name = "旧网址")]
    public string? From { get; set; }

    [Display(Name = "新网址")]
    public string? To { get; set; }
}
