using Microsoft.Extensions.Options;
using PartyCms.WeChat.Client.CustomerMessages;
using PartyCms.WeChat.Client.DataCube;
using PartyCms.WeChat.Client.Menus;
using PartyCms.WeChat.Client.QrCodes;

namespace PartyCms.WeChat.Client.Capabilities;

/// <summary>
/// Tries each capability with a call that changes nothing that anybody sees, and remembers the outcome. One run costs a
/// call or none of each quota.
/// </summary>
internal sealed class ProbeCapabilities(WeChatApi api, CapabilityRecord record, IOptions<WeChatOptions> options)
{
    private const string Nobody = "partycms-probe";

    private const int CodeLifeSeconds = 60;

    // WeChat counts since then, so that it has an answer on any day and at any hour.
    private static readonly DateOnly FirstCountedDay = new(2014, 12, 1);

    public async Task<IReadOnlyList<CapabilityProbe>> RunAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(Enum.GetValues<Capability>().Select(capability => ProbeAsync(capability, cancellationToken)));

    // Not repeated: whoever waits for the page can press the button again.
    private static ApiCall? CallFor(Capability capability) => HarmlessCall(capability) is { } call
        ? call with { Needs = capability, IsRepeatable = false }
        : null;

    private static ApiCall? HarmlessCall(Capability capability) => capability switch
    {
        Capability.Materials => ApiCall.Get("/cgi-bin/material/get_materialcount"),
        Capability.Drafts => ApiCall.Get("/cgi-bin/draft/count"),
        Capability.FreePublish => ApiCall.Ask("/cgi-bin/freepublish/batchget", new PageQuery(0, 1, NoContent: 1)),
        Capability.MassSend => ApiCall.Ask("/cgi-bin/message/mass/speed/get", new object()),
        Capability.Menu => ApiCall.Get("/cgi-bin/menu/get"),
        Capability.ConditionalMenu => ApiCall.Ask("/cgi-bin/menu/trymatch", new MenuViewer(Nobody)),
        Capability.SceneQrCode => ApiCall.Ask(
            "/cgi-bin/qrcode/create", new QrCodeOrder(CodeLifeSeconds, "QR_STR_SCENE", new QrCodeAction(new QrCodeScene(Nobody)))),
        Capability.Followers => ApiCall.Get("/cgi-bin/user/info", new KeyValuePair<string, string>("openid", Nobody)),
        Capability.Tags => ApiCall.Get("/cgi-bin/tags/get"),
        Capability.CustomerMessages => ApiCall.Post("/cgi-bin/message/custom/typing", new CustomerTyping(Nobody, "CancelTyping")),
        Capability.TemplateMessages => ApiCall.Get("/cgi-bin/template/get_all_private_template"),
        Capability.SubscriptionNotices => ApiCall.Get("/wxaapi/newtmpl/gettemplate"),
        Capability.JsSdk => ApiCall.Get("/cgi-bin/ticket/getticket", new KeyValuePair<string, string>("type", "jsapi")),
        Capability.Figures => ApiCall.Ask("/datacube/getusercumulate", new DataCubeSpan(FirstCountedDay, FirstCountedDay)),

        // It takes a person in front of a phone.
        Capability.WebAuthorization => null,
    };

    private async Task<CapabilityProbe> ProbeAsync(Capability capability, CancellationToken cancellationToken)
    {
        if (CallFor(capability) is not { } call)
        {
            var assumed = CapabilityRules.Grants(options.Value.Kind, options.Value.IsVerified, capability);
            return new CapabilityProbe(capability, assumed ? ProbeVerdict.Assumed : ProbeVerdict.Refused, null);
        }

        var error = (await api.SendAsync(call, cancellationToken)).Error;
        var verdict = ProbeVerdicts.Of(error);
        if (verdict == ProbeVerdict.Granted)
        {
            await record.GrantAsync(capability, cancellationToken);
        }

        return new CapabilityProbe(capability, verdict, error);
    }
}
