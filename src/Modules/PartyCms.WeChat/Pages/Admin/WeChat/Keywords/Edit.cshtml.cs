using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Web;
using PartyCms.WeChat.Callback;
using PartyCms.WeChat.Conversation;
using PartyCms.WeChat.Conversation.Keywords;

namespace PartyCms.WeChat.Pages.Admin.WeChat.Keywords;

/// <summary>One word and its answer; <c>new</c> in place of the id for another one.</summary>
[Authorize(ConversationPermissions.EditAnswers)]
[ResponseCache(NoStore = true)]
internal sealed class EditModel(KeywordRules rules, ComposeReply compose) : PageModel
{
    private const string New = "new";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = New;

    [BindProperty]
    public KeywordForm Form { get; set; } = new();

    public Reply? Preview { get; private set; }

    public bool IsNew => Id == New;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (IsNew)
        {
            return Page();
        }

        if (!Guid.TryParse(Id, out var id) || await rules.ReadAsync(id, cancellationToken) is not { } rule)
        {
            return NotFound();
        }

        Form = KeywordForm.Of(rule);
        Preview = compose.Written(rule);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Guid id = default;
        if (!IsNew && !Guid.TryParse(Id, out id))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Refuse();
        }

        if (await rules.SaveAsync(IsNew ? null : id, Form.Fill, cancellationToken))
        {
            TempData.Toast("已保存关键词。");
            return RedirectToPage("Index");
        }

        if (!IsNew)
        {
            return NotFound();
        }

        ModelState.AddModelError("Form.Word", $"最多 {KeywordRules.Most} 个关键词，请先删掉不用的。");
        return Refuse();
    }

    public IActionResult OnPostPreview()
    {
        if (!ModelState.IsValid)
        {
            return Refuse();
        }

        var rule = new KeywordRule { Id = Guid.Empty, Word = "", Match = Form.Match, Answer = Form.Answer };
        Form.Fill(rule);
        Preview = compose.Written(rule);
        return Page();
    }

    private PageResult Refuse()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
