using Microsoft.Extensions.Options;
using PartyCms.Kernel.Web;

namespace PartyCms.WeChat.Members.Sharing;

/// <summary>
/// Lets pages that are passed on in WeChat show their title, description and picture. The script looks where it runs and
/// does nothing outside of WeChat. Only verified accounts have share cards.
/// </summary>
internal sealed class ShareScript(IOptions<WeChatOptions> options) : IMicrositeScript
{
    public string? Path => options.Value is { HasApi: true, IsVerified: true }
        ? "_content/PartyCms.WeChat/js/wechat.js"
        : null;
}
