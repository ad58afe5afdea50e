using System.Net.Sockets;
using System.Text.Json.Nodes;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Pushing;

/// <summary>What an account asks when pushes do not arrive: WeChat's addresses, and whether it reaches the site.</summary>
internal static class CallbackApi
{
    private static readonly string[] Actions = ["dns", "ping", "all"];
    private static readonly string[] Operators = ["CHINANET", "UNICOM", "CAP", "DEFAULT"];

    public static IEnumerable<ApiRoute> Routes =>
    [
        ApiRoute.Post("/cgi-bin/callback/check", Check),
        ApiRoute.Get("/cgi-bin/getcallbackip", _ => Addresses("127.0.0.1", "127.0.0.0/8")),
        ApiRoute.Get("/cgi-bin/get_api_domain_ip", _ => Addresses("127.0.0.1", "::1")),
    ];

    private static ApiAnswer Check(ApiCall call)
    {
        var action = call.Json.OptionalText("action") ?? "all";
        var checkOperator = call.Json.OptionalText("check_operator") ?? "DEFAULT";
        if (!Actions.Contains(action))
        {
            throw new Refusal(40201, "invalid action");
        }

        if (!Operators.Contains(checkOperator))
        {
            throw new Refusal(40202, "invalid check_operator");
        }

        if (!Uri.TryCreate(call.World.Callback.Url, UriKind.Absolute, out var url))
        {
            throw new Refusal(40203, "callback url not set");
        }

        var answer = new JsonObject();
        if (action is "dns" or "all")
        {
            answer["dns"] = new JsonArray(new JsonObject { ["ip"] = "127.0.0.1", ["real_operator"] = checkOperator });
        }

        if (action is "ping" or "all")
        {
            answer["ping"] = new JsonArray(new JsonObject
            {
                ["ip"] = "127.0.0.1",
                ["from_operator"] = checkOperator,
                ["package_loss"] = call.World.Callback.Handler is not null || IsReachable(url) ? "0%" : "100%",
                ["time"] = "1.2ms",
            });
        }

        return ApiAnswer.Json(answer);
    }

    private static bool IsReachable(Uri url)
    {
        try
        {
            using var socket = new TcpClient();
            socket.Connect(url.Host, url.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static ApiAnswer Addresses(params string[] found) => ApiAnswer.Json(new JsonObject
    {
        ["ip_list"] = new JsonArray([.. found.Select(address => (JsonNode)address)]),
    });
}
