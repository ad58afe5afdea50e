using System.Text.Json.Nodes;
using PartyCms.WeChat.Simulator.Accounts;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Tokens;

/// <summary>The ticket that pages are signed with before they may use WeChat's functions (JS-SDK).</summary>
internal static class TicketApi
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(7200);

    public static IEnumerable<ApiRoute> Routes =>
    [
        ApiRoute.Get("/cgi-bin/ticket/getticket", Get) with { DailyLimit = 1_000_000, Permission = Permission.Verified },
    ];

    private static ApiAnswer Get(ApiCall call)
    {
        if (call.Query("type") is not ("jsapi" or "wx_card"))
        {
            throw new Refusal(40097, "invalid args hint: [type]");
        }

        var (ticket, expiresAt) = call.World.JsTicket;
        if (expiresAt <= call.Now)
        {
            call.World.JsTicket = (ticket, expiresAt) = ("sM4AOVdWfPE4DxkX" + SimulatedIds.Word(70), call.Now + Life);
        }

        return ApiAnswer.Ok(new JsonObject { ["ticket"] = ticket, ["expires_in"] = (int)(expiresAt - call.Now).TotalSeconds });
    }
}
