using Microsoft.Extensions.Options;
using PartyCms.Kernel.Web;

namespace PartyCms.WeChat.Members.Binding;

/// <summary>Leads from the member's own page to the binding.</summary>
internal sealed class OwnWeChatLink(IOptions<WeChatOptions> options) : IOwnPageLink
{
    public string? Href => options.Value.CanRecognizeMembers ? "/me/wechat" : null;

    public string Text => "我的微信";

    public string Note => "绑定、学习提醒、解除绑定";
}
