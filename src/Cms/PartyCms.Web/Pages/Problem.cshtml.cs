using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Web;

namespace PartyCms.Web.Pages;

/// <summary>What stands behind the <c>type</c> of a problem document: when it happens and what to do.</summary>
[AllowAnonymous]
internal sealed class ProblemModel(ModuleCatalogue modules) : PageModel
{
    public IReadOnlyList<ProblemKind> All { get; } =
        [.. CommonProblems.All, .. modules.Modules.SelectMany(module => module.Problems)];

    /// <summary>The one that is asked for; null on the page that lists all.</summary>
    public ProblemKind? Kind { get; private set; }

    public IActionResult OnGet(string? code)
    {
        Kind = All.FirstOrDefault(kind => kind.Code == code);
        return code is null || Kind is not null ? Page() : NotFound();
    }
}
