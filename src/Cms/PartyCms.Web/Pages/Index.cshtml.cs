using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using PartyCms.Kernel.Settings;
using PartyCms.Kernel.Web;

namespace PartyCms.Web.Pages;

/// <summary>Home of the platform: the sections that the modules offer, in their order.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicPageExtensions.PolicyName)]
internal sealed class IndexModel(IEnumerable<IMicrositeSection> sections, SiteSettings settings) : PageModel
{
    public string SiteName { get; private set; } = "";

    public IReadOnlyList<MicrositeSection> Sections { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        HttpContext.TagPublicPage(PublicTags.Home);
        SiteName = await settings.GetAsync(SiteSettings.SiteName, cancellationToken) ?? "网络支部";
        var shown = new List<MicrositeSection>();
        foreach (var section in sections.OrderBy(section => section.Position))
        {
            if (await section.GetAsync(null, cancellationToken) is { } found)
            {
                shown.Add(found);
            }
        }

        Sections = shown;
    }
}
