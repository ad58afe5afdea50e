using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Web;
using PartyCms.WeChat.Callback;
using PartyCms.WeChat.Conversation;
using PartyCms.WeChat.Conversation.Keywords;

namespace PartyCms.WeChat.Pages.Admin.WeChat.Keywords;

/// <summary>What the account answers: the words, a place to try them, and the welcome.</summary>
[Authorize(ConversationPermissions.EditAnswers)]
[ResponseCache(NoStore = true)]
internal sealed class IndexModel(KeywordRules rules, ComposeReply compose, WelcomeSettings welcome) : PageModel
{
    private const int BeginLength = 30;

    [BindProperty(SupportsGet = true)]
    [StringLength(100)]
    public string? Q { get; set; }

    [BindProperty]
    public WelcomeForm Settings { get; set; } = new();

    public IReadOnlyList<KeywordRule> Rules { get; private set; } = [];

    public Reply? Answer { get; private set; }

    public static string Begin(KeywordRule rule)
    {
        var text = rule.Answer == KeywordAnswer.News
            ? rule.Title
            : string.Concat(ChatText.Parse(rule.Text).Select(piece => piece.Text));
        return text.Length <= BeginLength ? text : LegalText.From(text[..BeginLength]) + "…";
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Settings = await welcome.ReadAsync(cancellationToken);
        await LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostUpAsync(Guid id, CancellationToken cancellationToken)
    {
        await rules.MoveUpAsync(id, cancellationToken);
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostSwitchAsync(Guid id, CancellationToken cancellationToken)
    {
        await rules.SwitchAsync(id, cancellationToken);
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        await rules.DeleteAsync(id, cancellationToken);
        TempData.Toast("已删除关键词。");
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostSettingsAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await LoadAsync(cancellationToken);
            return Page();
        }

        await welcome.SaveAsync(Settings, cancellationToken);
        TempData.Toast("已保存。");
        return RedirectToPage("Index");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Rules = await rules.ListAsync(cancellationToken);
        if (!string.IsNullOrWhiteSpace(Q))
        {
            Answer = await compose.AnswerAsync(Q, openId: null, cancellationToken);
        }
    }
}
