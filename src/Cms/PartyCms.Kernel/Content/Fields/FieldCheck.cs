using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartyCms.Kernel.Content.Definitions;

namespace PartyCms.Kernel.Content.Fields;

/// <summary>One field of one item on its way through <see cref="FieldRules" />.</summary>
internal sealed class FieldCheck(
    ContentFieldDefinition field, JsonObject value, string path, bool isPublication, ICollection<ContentProblem> problems)
{
    public ContentFieldDefinition Field { get; } = field;

    public JsonObject Value { get; } = value;

    /// <summary>A draft may be incomplete.</summary>
    public bool IsPublication { get; } = isPublication;

    public void Fail(string property, string message, string wireMessage) =>
        problems.Add(new ContentProblem($"{path}.{property}", message, wireMessage));

    public void FailMissing(string property)
    {
        if (IsPublication && Field.IsRequired)
        {
            Fail(property, $"请填写“{Field.DisplayName}”。", $"A value is required for {Field.DisplayName}.");
        }
    }

    public void FailKind(string property) => Fail(
        property, $"“{Field.DisplayName}”的内容读不懂，请重新填写。", $"{property} of {Field.DisplayName} is of the wrong kind.");

    /// <summary>A text; absent is empty. False where it is no text, which is then told.</summary>
    public bool TryText(string property, out string text)
    {
        text = "";
        switch (Value[property])
        {
            case null:
                return true;
            case JsonValue node when node.TryGetValue<string>(out var found):
                text = found;
                return true;
            default:
                FailKind(property);
                return false;
        }
    }

    /// <summary>Texts of a list without its blanks; absent is empty. False where it is no list of texts, which is then told.</summary>
    public bool TryTexts(string property, out List<string> texts)
    {
        texts = [];
        if (Value[property] is null)
        {
            return true;
        }

        if (Value[property] is not JsonArray array)
        {
            FailKind(property);
            return false;
        }

        foreach (var node in array)
        {
            if (node is JsonValue element && element.TryGetValue<string>(out var text))
            {
                texts.Add(text);
            }
            else if (node is not null)
            {
                FailKind(property);
                return false;
            }
        }

        texts.RemoveAll(string.IsNullOrWhiteSpace);
        return true;
    }

    public decimal? NumberSetting(string name) => Number(Field.Setting(name));

    public bool FlagSetting(string name, bool otherwise) =>
        Field.Setting(name) is JsonValue node && node.TryGetValue<bool>(out var flag) ? flag : otherwise;

    /// <summary>A number, also one written as text; null where it is none.</summary>
    public static decimal? Number(JsonNode? node) => node is JsonValue value
        && decimal.TryParse(TextOfNumber(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    // A document made in memory holds whatever type of number its maker had; its JSON is the same for all of them.
    private static string? TextOfNumber(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.Number => value.ToJsonString(),
        JsonValueKind.String => value.GetValue<string>(),
        _ => null,
    };
}
