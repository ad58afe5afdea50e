using System.Text.Json;

namespace PartyCms.WeChat.Simulator.Wire;

/// <summary>Reads members of a body without guessing: a number in quotes is not a number.</summary>
internal static class JsonReading
{
    extension(JsonElement element)
    {
        /// <summary>A text that must be there and must not be empty.</summary>
        public string Text(string name, int code, string message) =>
            element.OptionalText(name) is { Length: > 0 } text ? text : throw new Refusal(code, message);

        public string Text(string name) => element.Text(name, 47001, $"data format error hint: [{name} is missing]");

        public string? OptionalText(string name) => element.Member(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            _ => throw Refusal.BadData($"{name} must be a string"),
        };

        public long? OptionalNumber(string name) => element.Member(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var value) => value,
            _ => throw Refusal.BadData($"{name} must be a number"),
        };

        public bool Flag(string name) => element.Member(name) switch
        {
            null or { ValueKind: JsonValueKind.False } => false,
            { ValueKind: JsonValueKind.True } => true,
            { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var value) => value != 0,
            _ => throw Refusal.BadData($"{name} must be a boolean"),
        };

        public JsonElement Object(string name) => element.Member(name) is { ValueKind: JsonValueKind.Object } found
            ? found
            : throw Refusal.BadData($"{name} must be an object");

        public IReadOnlyList<JsonElement> List(string name, int code, string message) =>
            element.Member(name) is { ValueKind: JsonValueKind.Array } found
                ? [.. found.EnumerateArray()]
                : throw new Refusal(code, message);

        public IReadOnlyList<string> Texts(string name) =>
            [.. element.List(name, 47001, $"data format error hint: [{name} must be a list]").Select(item =>
                item.ValueKind == JsonValueKind.String ? item.GetString()! : throw Refusal.BadData($"{name} must hold strings"))];

        /// <summary>Offset and count of a list, the way all <c>batchget</c> calls have them.</summary>
        public (int Offset, int Count) Page()
        {
            var offset = element.OptionalNumber("offset") ?? 0;
            var count = element.OptionalNumber("count") ?? 0;
            return offset >= 0 && count is >= 1 and <= 20
                ? ((int)offset, (int)count)
                : throw new Refusal(40097, "invalid args");
        }

        public JsonElement? Member(string name) =>
            element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found)
                && found.ValueKind != JsonValueKind.Null
                ? found
                : null;
    }
}
