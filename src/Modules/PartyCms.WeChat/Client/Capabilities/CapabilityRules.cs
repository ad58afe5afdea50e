namespace PartyCms.WeChat.Client.Capabilities;

/// <summary>What an account may do by WeChat's own tables, as long as nothing else is known of it.</summary>
internal static class CapabilityRules
{
    public static bool Grants(AccountKind kind, bool verified, Capability capability) => capability switch
    {
        Capability.Materials or Capability.Drafts => true,
        Capability.Menu => verified || kind == AccountKind.Service,
        Capability.FreePublish or Capability.MassSend or Capability.ConditionalMenu or Capability.Followers
            or Capability.Tags or Capability.CustomerMessages or Capability.JsSdk or Capability.Figures => verified,
        Capability.SceneQrCode or Capability.TemplateMessages or Capability.SubscriptionNotices
            or Capability.WebAuthorization => verified && kind == AccountKind.Service,
    };
}
