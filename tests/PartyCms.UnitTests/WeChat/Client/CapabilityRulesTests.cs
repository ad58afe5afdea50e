using PartyCms.WeChat;
using PartyCms.WeChat.Client.Capabilities;

namespace PartyCms.UnitTests.WeChat.Client;

public sealed class CapabilityRulesTests
{
    [Theory]
    [InlineData(nameof(AccountKind.Subscription), false, "Drafts Materials")]
    [InlineData(
        nameof(AccountKind.Subscription), true,
        "ConditionalMenu CustomerMessages Drafts Figures Followers FreePublish JsSdk MassSend Materials Menu Tags")]
    [InlineData(nameof(AccountKind.Service), false, "Drafts Materials Menu")]
    [InlineData(
        nameof(AccountKind.Service), true,
        "ConditionalMenu CustomerMessages Drafts Figures Followers FreePublish JsSdk MassSend Materials Menu SceneQrCode "
        + "SubscriptionNotices Tags TemplateMessages WebAuthorization")]
    public void An_account_may_what_WeChat_grants_its_kind(string kind, bool verified, string capabilities) =>
        Assert.Equal(
            capabilities,
            string.Join(' ', Enum.GetValues<Capability>()
                .Where(capability => CapabilityRules.Grants(Enum.Parse<AccountKind>(kind), verified, capability))
                .Select(capability => capability.ToString()).Order(StringComparer.Ordinal)));
}
