using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace PartyCms.WeChat.Conversation.Log;

/// <summary>
/// Stands for a follower in the message log: the same for the same follower, and no way back to the OpenId, which is
/// random enough that nobody tries them all. A new secret of the account does not change it.
/// </summary>
internal sealed class FollowerHash(IOptions<WeChatOptions> options)
{
    /// <summary>In characters.</summary>
    public const int Length = 32;

    public string Of(string openId)
    {
        var key = Encoding.UTF8.GetBytes(options.Value.AppId);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(openId)))[..Length];
    }
}
