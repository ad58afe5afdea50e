using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using PartyCms.WeChat.Simulator.Accounts;

namespace PartyCms.WeChat.Simulator.Wire;

/// <summary>A call that has arrived whole. Reading it is as strict as the strictest that was seen of WeChat.</summary>
internal sealed partial class ApiCall(SimulatedWeChat world, HttpRequest request, byte[] body, string client)
{
    private JsonElement? _json;

    public SimulatedWeChat World { get; } = world;

    public SimulatedAccount Account => World.Account;

    public DateTimeOffset Now => World.Clock.GetUtcNow();

    public string Client { get; } = client;

    public byte[] Body { get; } = body;

    /// <summary>Body as one JSON object.</summary>
    public JsonElement Json => _json ??= ReadJson();

    public bool HasBody => Body.Length > 0;

    public string Query(string name) => request.Query[name].ToString();

    public IReadOnlyList<FormPart> ReadForm() =>
        StrictMultipart.Read(request.ContentType, request.ContentLength, Body);

    private JsonElement ReadJson()
    {
        if (Body.Length == 0)
        {
            throw new Refusal(44002, "empty post data");
        }

        if (Body.AsSpan().StartsWith("\uFEFF"u8))
        {
            throw Refusal.BadData("byte order mark");
        }

        if (UnicodeEscape().IsMatch(System.Text.Encoding.UTF8.GetString(Body)))
        {
            throw new Refusal(40033, "invalid charset. please check your request, if include \\uxxxx will create fail!");
        }

        try
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw Refusal.BadData("not an object");
        }
        catch (JsonException fault)
        {
            throw Refusal.BadData(fault.Message);
        }
    }

    // An even number of backslashes before it makes the u a plain letter.
    [GeneratedRegex(@"(?<!\\)(?:\\\\)*\\u[0-9a-fA-F]{4}")]
    private static partial Regex UnicodeEscape();
}
