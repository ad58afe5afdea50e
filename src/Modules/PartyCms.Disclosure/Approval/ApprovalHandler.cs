using PartyCms.Disclosure.Documents;
using PartyCms.Disclosure.PrivacyScan;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Scheduling;
using PartyCms.Kernel.Recipes;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;

namespace PartyCms.Disclosure.Approval;

/// <summary>
/// Guards every way to readers: whoever publishes has gone through the procedure or says why not. Set-up and programs
/// (recipes, the content API) bring what was approved elsewhere; that is written down as well.
/// </summary>
internal sealed class ApprovalHandler(
    PublicationGrounds grounds, ApprovalLog log, Caller caller, RecipeSurroundings recipes, IHttpContextAccessor http, SiteTime time)
    : ContentHandler
{
    public override ValueTask ValidateAsync(
        ContentItem item, bool isPublication, ICollection<ContentProblem> problems, CancellationToken cancellationToken)
    {
        if (item.ContentType != DisclosureFields.ContentType)
        {
            return ValueTask.CompletedTask;
        }

        if (!isPublication)
        {
            if (caller.IsSignedIn && item.Parts.Find(ScheduleDates.Publish) is not null)
            {
                problems.Add(new ContentProblem(ScheduleDates.Publish, "党务公开审批通过后由审批人发布，不能定时发布。"));
            }

            return ValueTask.CompletedTask;
        }

        if (grounds.Act is not null)
        {
            return ValueTask.CompletedTask;
        }

        if (IsPerson)
        {
            problems.Add(new ContentProblem("", "党务公开须先送审。请保存草稿，再到“公开审批”里送审或写明理由直接发布。"));
        }

        // The procedure scans what is proposed; programs and set-up come past it and are scanned here.
        foreach (var finding in DisclosureScan.Of(item, time.Today).Where(finding => finding.IsBlocking))
        {
            problems.Add(new ContentProblem(
                "", finding.Message + "，请删去或隐去后再发布。",
                $"The document holds personal data ({finding.Kind}). Remove or hide it before publishing."));
        }

        return ValueTask.CompletedTask;
    }

    public override async ValueTask PublishedAsync(ContentItem item, ContentSummary? summary, CancellationToken cancellationToken)
    {
        if (item.ContentType == DisclosureFields.ContentType)
        {
            var (act, opinion) = grounds.Act is { } given
                ? (given, grounds.Opinion)
                : (ApprovalAct.PublishDirectly, "由程序导入，审批材料在来源处。");
            await log.MoveAsync(item, act, ApprovalState.Published, opinion, grounds.SeenStamp, cancellationToken);
        }
    }

    // What the system does by a person's order is that person's act.
    private bool IsPerson => caller.OnBehalfOf is not null
        || (caller.IsSignedIn && !recipes.IsImporting && http.HttpContext?.Request.Path.StartsWithSegments("/api") != true);
}
