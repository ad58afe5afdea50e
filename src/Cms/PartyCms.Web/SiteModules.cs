using PartyCms.Accounts;
using PartyCms.Contents;
using PartyCms.Disclosure;
using PartyCms.Kernel.Modularity;
using PartyCms.Learning;
using PartyCms.Media;
using PartyCms.News;
using PartyCms.Operations;
using PartyCms.Organization;
using PartyCms.Participation;
using PartyCms.Recipes;
using PartyCms.Search;
using PartyCms.Webhooks;
using PartyCms.WeChat;

namespace PartyCms.Web;

/// <summary>The modules of this site, one line each. Their order of start follows from what they depend on.</summary>
public static class SiteModules
{
    /// <summary>All modules, in the order of the administration menu.</summary>
    public static IReadOnlyList<CmsModule> All { get; } =
    [
        new OrganizationModule(),
        new AccountsModule(),
        new ContentsModule(),
        new NewsModule(),
        new LearningModule(),
        new ParticipationModule(),
        new WeChatModule(),
        new DisclosureModule(),
        new SearchModule(),
        new MediaModule(),
        new WebhooksModule(),
        new OperationsModule(),
        new RecipesModule(),
    ];
}
