using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using PartyCms.WeChat.Client.Capabilities;
using PartyCms.WeChat.Client.Tags;

namespace PartyCms.WeChat.Console.Menus;

/// <summary>
/// The tags that a menu can be for. What WeChat said, also that it said nothing, is remembered for a minute: who edits a
/// menu goes to and fro between pages and need not wait for WeChat on each.
/// </summary>
internal sealed class AccountTags(
    TagClient client, CapabilityRecord capabilities, IMemoryCache memory, IOptions<WeChatOptions> options)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    /// <summary>Empty where the account has none, may have none, or WeChat does not answer.</summary>
    public async Task<IReadOnlyList<Tag>> ListAsync(CancellationToken cancellationToken)
    {
        if (!await capabilities.HasAsync(Capability.Tags, cancellationToken))
        {
            return [];
        }

        var key = ("wechat-tags", options.Value.AppId);
        if (!memory.TryGetValue<IReadOnlyList<Tag>>(key, out var known))
        {
            known = memory.Set(key, (await client.ListAsync(cancellationToken)).Value?.Tags ?? [], Remembered);
        }

        return known!;
    }
}
