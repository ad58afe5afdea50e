using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Outbox;
using PartyCms.Kernel.Settings;
using PartyCms.Kernel.Web;

namespace PartyCms.Kernel.Recipes;

/// <summary>Lets the rest of the site see what a recipe committed, or forgets what it took back.</summary>
public sealed class RecipeCommit(ContentDefinitions definitions, SiteSettings settings, PublicCache cache, OutboxWriter outbox)
{
    /// <summary>Call after the commit.</summary>
    public void Announce()
    {
        definitions.Flush();
        settings.Forget();
        cache.Flush();
        outbox.Wake();
    }

    /// <summary>Call after a roll-back.</summary>
    public void Forget()
    {
        definitions.Forget();
        settings.Forget();
        cache.Forget();
    }
}
