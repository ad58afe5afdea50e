using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using PartyCms.Kernel.RateLimits;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;
using PartyCms.WeChat.Members.Binding;
using PartyCms.WeChat.Members.Reminders;
using PartyCms.WeChat.Members.SignIn;

namespace PartyCms.WeChat.Pages.Me;

/// <summary>
/// A member's WeChat: binding it, being reminded, and undoing both. Nobody has to: everything public is read without.
/// </summary>
[AllowAnonymous]
[ResponseCache(NoStore = true)]
internal sealed class WeChatModel(
    BindMember bind,
    UnbindMember unbind,
    WelcomeVisitor welcome,
    ReminderWishes reminders,
    WeChatStanding standing,
    IOptions<WeChatOptions> options,
    SiteTime time) : PageModel
{
    [BindProperty]
    public BindingForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Return { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    public Standing Here { get; private set; } = Standing.Nobody;

    public bool HasAccount => options.Value.CanRecognizeMembers;

    public string SafeReturn => LocalAddress.OrElse(Return, "/me");

    /// <summary>The way through WeChat, which leads back here or to where the visitor wanted to go.</summary>
    public string SignInAddress => OAuthEndpoints.AddressFor(Return is null ? OAuthEndpoints.BindingPage : SafeReturn);

    public string? NoticeTemplate => options.Value.ReminderTemplateId is { Length: > 0 } template ? template : null;

    /// <summary>What the way through WeChat came to, where that needs a word.</summary>
    public string? News => State switch
    {
        "snapshot" => "现在是微信的预览页，认不出您。请点右下角“使用完整服务”，再打开一次。",
        "locked" => "这个账号已停用，请联系本支部书记。",
        "failed" => "微信没有认出您，请关掉页面，从公众号里再点一次。",
        "unbound" => "已解除绑定，有关的数据已经删除。",
        _ => null,
    };

    public string Day(DateTimeOffset instant) => time.FormatDay(instant);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.HasApi)
        {
            return NotFound();
        }

        Here = await standing.ReadAsync(HttpContext, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostBindAsync(CancellationToken cancellationToken)
    {
        Here = await standing.ReadAsync(HttpContext, cancellationToken);
        if (Here.Visitor is not { } visitor || Here.Binding is not null)
        {
            return RedirectToPage(new { Return });
        }

        if (!ModelState.IsValid)
        {
            return Refuse();
        }

        var outcome = await TryAsync(visitor.OpenId, cancellationToken);
        if (outcome == BindingOutcome.Bound && await welcome.SignInAsync(HttpContext, visitor, cancellationToken))
        {
            return LocalRedirect(SafeReturn);
        }

        ModelState.AddModelError("", Explain(outcome));
        return Refuse();
    }

    public async Task<IActionResult> OnPostUnbindAsync(CancellationToken cancellationToken)
    {
        Here = await standing.ReadAsync(HttpContext, cancellationToken);
        if (Here.Member is { } member)
        {
            await unbind.RunAsync(member.Id, cancellationToken);
        }

        return Redirect("/me/wechat?state=unbound");
    }

    public async Task<IActionResult> OnPostRemindAsync(ReminderSlot? slot, CancellationToken cancellationToken)
    {
        Here = await standing.ReadAsync(HttpContext, cancellationToken);
        if (Here is { Member: { } member, Binding: not null })
        {
            if (slot is { } chosen && Enum.IsDefined(chosen))
            {
                await reminders.SwitchOnAsync(member.Id, chosen, cancellationToken);
            }
            else
            {
                await reminders.SwitchOffAsync(member.Id, cancellationToken);
            }
        }

        return Redirect("/me/wechat");
    }

    private Task<BindingOutcome> TryAsync(string openId, CancellationToken cancellationToken)
    {
        if (Here.Member is { } member)
        {
            return bind.BySignInAsync(openId, member, cancellationToken);
        }

        var network = CallerAddress.Of(HttpContext.Connection.RemoteIpAddress);
        var (name, code) = ((Form.Name ?? "").Trim(), (Form.Code ?? "").Trim());
        return string.IsNullOrWhiteSpace(Form.Invite)
            ? bind.ByRosterAsync(new BindingAttempt(openId, network, name), name, code, cancellationToken)
            : bind.ByInviteAsync(new BindingAttempt(openId, network, null), Form.Invite.Trim(), cancellationToken);
    }

    private static string Explain(BindingOutcome outcome) => outcome switch
    {
        BindingOutcome.Unknown => "没有对上名册。请核对后再试，或者请本支部书记给您一个邀请码。",
        BindingOutcome.MemberHasAnother => "名册上的这位党员已经绑定了另一个微信。请先在那个微信里解除，或者联系本支部书记。",
        BindingOutcome.WeChatHasAnother => "这个微信已经绑定了名册上的另一位党员。",
        BindingOutcome.TooManyTries => "试的次数太多，请过一小时再试，或者请本支部书记给您一个邀请码。",
        BindingOutcome.Bound => "已经绑定，但是这个账号已停用，请联系本支部书记。",
    };

    private PageResult Refuse()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
