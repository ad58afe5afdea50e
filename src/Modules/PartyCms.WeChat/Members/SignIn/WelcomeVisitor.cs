using PartyCms.Accounts.Contracts;
using PartyCms.Kernel.Web;
using PartyCms.WeChat.Members.Binding;

namespace PartyCms.WeChat.Members.SignIn;

/// <summary>Signs a visitor in who has just been bound; from then on WeChat tells who comes.</summary>
internal sealed class WelcomeVisitor(Bindings bindings, MemberSignIn signIn, SealedCookie<WeChatVisitor> visitors)
{
    /// <summary>False where the member's account is locked.</summary>
    public async Task<bool> SignInAsync(HttpContext http, WeChatVisitor visitor, CancellationToken cancellationToken)
    {
        visitors.Delete(http);
        return await bindings.MemberOfAsync(visitor.OpenId, cancellationToken) is { } memberId
            && await signIn.SignInAsync(memberId, "wechat", cancellationToken);
    }
}
