using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using PartyCms.Participation.Reports;

namespace PartyCms.Participation.Pages.Report;

/// <summary>The form by which readers report an error or a problem of a page.</summary>
[AllowAnonymous]
[EnableRateLimiting(ReportLimit.PolicyName)]
internal sealed class IndexModel(SendReport send) : PageModel
{
    [BindProperty(Name = "url", SupportsGet = true)]
    public string? Address { get; set; }

    [BindProperty]
    [Display(Name = "类别")]
    [EnumDataType(typeof(ReportKind))]
    public ReportKind Kind { get; set; }

    [BindProperty]
    [Display(Name = "哪里不对")]
    [Required]
    [StringLength(PageReportConfiguration.TextLength)]
    public string Text { get; set; } = "";

    [BindProperty]
    [Display(Name = "联系方式（选填）")]
    [StringLength(PageReportConfiguration.ContactLength)]
    public string? Contact { get; set; }

    public string PageAddress => SendReport.PageOf(Address);

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await send.RunAsync(Address, Kind, Text, Contact, cancellationToken);
        return Redirect("/report/thanks");
    }
}
