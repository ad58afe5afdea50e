using Microsoft.Extensions.Options;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;
using PartyCms.WeChat.Articles;

namespace PartyCms.WeChat.Delivery;

/// <summary>Offers 发到微信 beside whatever may go there.</summary>
internal sealed class WeChatTool(Caller caller, IOptions<WeChatOptions> options) : IContentTool
{
    public ContentToolLink? For(string contentType, string contentItemId, bool isLive) =>
        isLive && options.Value.HasApi && ArticleTexts.OfferedTypes.Contains(contentType) && caller.Can(DeliveryPermissions.Deliver)
            ? new ContentToolLink("/admin/wechat/deliveries/article/" + Uri.EscapeDataString(contentItemId), "发到微信", "wechat")
            : null;
}
