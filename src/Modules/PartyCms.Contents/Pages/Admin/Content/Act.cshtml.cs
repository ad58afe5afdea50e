using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Contents.Editing;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Pages.Admin.Content;

/// <summary>Asks once before an item is withdrawn, shown again, deleted, or its unfinished change thrown away.</summary>
[ResponseCache(NoStore = true)]
internal sealed class ActModel(FindEditedItem find, ContentStore store) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Act { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    public EditedItem Item { get; private set; } = null!;

    public string? Problem { get; private set; }

    public bool NeedsReason => Act == "withdraw";

    public ActWords Words => Act switch
    {
        "withdraw" => new("撤下这条内容", "撤下后读者看不到它，原来的网址会显示已撤下和下面写的原因。以后可以再发布。", "撤下", "已撤下。"),
        "reinstate" => new("恢复公开", "读者会在原来的网址再看到撤下前的那一版，“已撤下”的说明消失。后来写的草稿不受影响。", "恢复公开", "已恢复公开。"),
        "discard" => new("放弃未发布的修改", "读者看到的版本不变，上次发布以后的修改会丢掉。", "放弃修改", "修改已放弃。"),
        _ => new("删除这条内容", "删除后读者和您都看不到它，不能恢复。只是暂时不公开，请用“撤下”。", "删除", "已删除。"),
    };

    private string EditHref => "/admin/content/edit/" + Item.Id;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await OpenAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        var outcome = await (Act switch
        {
            "withdraw" => store.WithdrawAsync(Id, Reason ?? "", cancellationToken),
            "reinstate" => store.ReinstateAsync(Id, cancellationToken),
            "discard" => store.DiscardDraftAsync(Id, cancellationToken),
            _ => store.DeleteAsync(Id, cancellationToken),
        });
        if (!outcome.IsDone)
        {
            Problem = outcome.Verdict == ContentVerdict.Invalid
                ? outcome.Problems[0].Message
                : "刚才有别人改动了这条内容，请返回看一看再做。";
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        TempData.Toast(Words.Done);
        TempData.ToastSaved(Id);
        return Redirect(Act == "delete" ? "/admin/content?type=" + Item.Type.Name : EditHref);
    }

    // Whoever comes back by the browser's button, or presses twice, finds the item in another state: that is no missing page.
    private async Task<IActionResult?> OpenAsync(CancellationToken cancellationToken)
    {
        if (await find.RunAsync(Id, cancellationToken) is not { } item || !MayAct(item))
        {
            return NotFound();
        }

        Item = item;
        var refusal = Act switch
        {
            "withdraw" when !item.IsLive => "这条内容没有公开，不用撤下。",
            "reinstate" when item.State != ContentState.Withdrawn => "这条内容没有撤下，不用恢复。",
            "discard" when item.State != ContentState.PublishedWithDraft => "这条内容没有未发布的修改。",
            _ => null,
        };
        if (refusal is null)
        {
            return null;
        }

        TempData.ToastFault(refusal);
        return Redirect(EditHref);
    }

    private bool MayAct(EditedItem item) => Act switch
    {
        "discard" => true,
        "delete" => item.MayPublish || !item.IsLive,
        _ => item.MayPublish,
    };

    /// <summary>What the page says for one act.</summary>
    internal sealed record ActWords(string Heading, string Explanation, string Button, string Done);
}
