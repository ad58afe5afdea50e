using System.Globalization;
using System.Text.Json.Nodes;
using PartyCms.Kernel.Content.Definitions;

namespace PartyCms.Kernel.Content.Fields;

/// <summary>
/// What the settings of a field ask of its value: the one place that the editor, the API and the import go by. What is
/// missing counts at publication only; what is wrong counts always. A kind that is not known asks for nothing.
/// </summary>
public static class FieldRules
{
    private const string IsoDate = "yyyy-MM-dd";

    private static readonly string[] TimeFormats = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    /// <summary>Adds what is wrong with a field's value.</summary>
    /// <param name="field">The field's definition.</param>
    /// <param name="stored">Its value, such as <c>{"Text":"…"}</c>; null where the item has none.</param>
    /// <param name="path">Where it stands, such as <c>Leaflet.Note</c>; problems stand below it.</param>
    /// <param name="isPublication">False for a draft, which may be incomplete.</param>
    /// <param name="problems">Collects one entry for each fault.</param>
    public static void Check(
        ContentFieldDefinition field, JsonNode? stored, string path, bool isPublication, ICollection<ContentProblem> problems)
    {
        if (FieldKind.Find(field.FieldName) is not { } kind)
        {
            return;
        }

        var check = new FieldCheck(field, stored as JsonObject ?? [], path, isPublication, problems);
        if (stored is not (null or JsonObject))
        {
            check.FailKind(kind.Value);
            return;
        }

        switch (kind.Name)
        {
            case FieldKind.Text:
                CheckText(check);
                break;
            case FieldKind.Html or FieldKind.Markdown:
                CheckFilled(check, kind.Value);
                break;
            case FieldKind.Boolean:
                CheckBoolean(check);
                break;
            case FieldKind.Numeric:
                CheckNumber(check);
                break;
            case FieldKind.Date or FieldKind.DateTime or FieldKind.Time:
                CheckMoment(check);
                break;
            case FieldKind.Link:
                CheckLink(check);
                break;
            case FieldKind.Media:
                CheckMedia(check);
                break;
            case FieldKind.ContentPicker or FieldKind.UserPicker:
                CheckChoice(check, kind.Value, check.FlagSetting("Multiple", otherwise: false));
                break;
            case FieldKind.Taxonomy:
                CheckChoice(check, kind.Value, !check.FlagSetting("Unique", otherwise: false));
                break;
            case FieldKind.MultiText:
                CheckTexts(check);
                break;
        }
    }

    /// <summary>Whether a text is a day, with or without a time of day behind it.</summary>
    public static bool TryReadDay(string text, out DateOnly day)
    {
        day = default;
        return text.Length >= IsoDate.Length
            && DateOnly.TryParseExact(text.AsSpan(0, IsoDate.Length), IsoDate, CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            && (text.Length == IsoDate.Length || TryReadInstant(text, out _));
    }

    /// <summary>Whether a text is an instant; one without zone is UTC, as other systems write it.</summary>
    public static bool TryReadInstant(string text, out DateTimeOffset instant) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant)
        && text.Length > IsoDate.Length && text[4] == '-';

    /// <summary>Whether a text is a time of day.</summary>
    public static bool TryReadTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    /// <summary>A number, also one written as text; null where it is none.</summary>
    public static decimal? ReadNumber(JsonNode? node) => FieldCheck.Number(node);

    private static bool CheckFilled(FieldCheck check, string property)
    {
        if (!check.TryText(property, out var text) || !string.IsNullOrWhiteSpace(text))
        {
            return text.Length > 0;
        }

        check.FailMissing(property);
        return false;
    }

    private static void CheckText(FieldCheck check)
    {
        if (!CheckFilled(check, "Text"))
        {
            return;
        }

        var text = check.Value.Text("Text")!;
        var name = check.Field.DisplayName;
        if (check.NumberSetting("MaxLength") is { } most and > 0 && text.Length > most)
        {
            check.Fail("Text", $"“{name}”最多 {most:0} 个字，现在有 {text.Length} 个。", $"{name} may have at most {most:0} characters.");
        }

        if (check.IsPublication && check.NumberSetting("MinLength") is { } fewest && text.Length < fewest)
        {
            check.Fail("Text", $"“{name}”至少 {fewest:0} 个字，现在有 {text.Length} 个。", $"{name} must have at least {fewest:0} characters.");
        }

        if (FieldPattern.Of(check.Field) is { } pattern && !FieldPattern.Matches(pattern, text))
        {
            check.Fail(
                "Text", FieldPattern.HintOf(check.Field) is { } hint ? $"“{name}”的写法不对，{hint}" : $"“{name}”的写法不对。",
                $"{name} does not have the form that is asked for.");
        }

        CheckOptions(check, "Text", [text]);
    }

    private static void CheckTexts(FieldCheck check)
    {
        if (!check.TryTexts("Values", out var texts))
        {
            return;
        }

        if (texts.Count == 0)
        {
            check.FailMissing("Values");
        }

        CheckOptions(check, "Values", texts);
    }

    private static void CheckOptions(FieldCheck check, string property, IEnumerable<string> chosen)
    {
        var options = FieldOption.Of(check.Field);
        if (options.Count > 0 && chosen.Any(text => options.All(option => option.Value != text)))
        {
            check.Fail(
                property, $"请从列出的选项里选“{check.Field.DisplayName}”。", $"{check.Field.DisplayName} must be one of the options.");
        }
    }

    private static void CheckBoolean(FieldCheck check)
    {
        if (check.Value["Value"] is { } node
            && !(node is JsonValue value
                && (value.TryGetValue<bool>(out _) || (value.TryGetValue<string>(out var text) && bool.TryParse(text, out _)))))
        {
            check.FailKind("Value");
        }
    }

    private static void CheckNumber(FieldCheck check)
    {
        var node = check.Value["Value"];
        if (node is null || (node is JsonValue empty && empty.TryGetValue<string>(out var typed) && string.IsNullOrWhiteSpace(typed)))
        {
            check.FailMissing("Value");
            return;
        }

        var name = check.Field.DisplayName;
        if (FieldCheck.Number(node) is not { } number)
        {
            check.Fail("Value", $"“{name}”请填写数字。", $"{name} is an invalid number.");
            return;
        }

        if (check.NumberSetting("Minimum") is { } least && number < least)
        {
            check.Fail("Value", $"“{name}”不能小于 {least}。", $"The value must be greater than or equal to {least}.");
        }

        if (check.NumberSetting("Maximum") is { } most && number > most)
        {
            check.Fail("Value", $"“{name}”不能大于 {most}。", $"The value must be less than or equal to {most}.");
        }

        if (check.NumberSetting("Scale") is { } scale and >= 0 and <= 10 && decimal.Round(number, (int)scale) != number)
        {
            check.Fail(
                "Value", scale == 0 ? $"“{name}”请填写整数。" : $"“{name}”最多 {scale} 位小数。",
                $"{name} may have at most {scale} decimal places.");
        }
    }

    private static void CheckMoment(FieldCheck check)
    {
        if (!CheckFilled(check, "Value"))
        {
            return;
        }

        var text = check.Value.Text("Value")!;
        var (isRight, kind) = check.Field.FieldName switch
        {
            FieldKind.Date => (TryReadDay(text, out _), "日期"),
            FieldKind.Time => (TryReadTime(text, out _), "时间"),
            _ => (TryReadInstant(text, out _) || TryReadDay(text, out _), "日期和时间"),
        };
        if (!isRight)
        {
            check.Fail("Value", $"“{check.Field.DisplayName}”不是正确的{kind}。", $"{check.Field.DisplayName} is not a valid value.");
        }
    }

    private static void CheckLink(FieldCheck check)
    {
        if (!check.TryText("Url", out var url) || !check.TryText("Text", out var text))
        {
            return;
        }

        var name = check.Field.DisplayName;
        if (string.IsNullOrWhiteSpace(url))
        {
            if (check.IsPublication && check.Field.IsRequired)
            {
                check.Fail("Url", $"请填写“{name}”的网址。", $"The url is required for {name}.");
            }
        }
        else if (FieldAddress.Link(url) is null)
        {
            check.Fail("Url", $"“{name}”的网址应以 https:// 或 / 开头。", $"{url} is an invalid url.");
        }

        if (check.IsPublication && url.Length > 0 && string.IsNullOrWhiteSpace(text)
            && check.Field.Setting("LinkTextMode") is JsonValue mode && mode.ToString() is "Required" or "1")
        {
            check.Fail("Text", $"请填写“{name}”的文字。", $"The link text is required for {name}.");
        }
    }

    private static void CheckMedia(FieldCheck check)
    {
        var name = check.Field.DisplayName;
        if (!check.TryTexts("Paths", out var paths) || !check.TryTexts("MediaTexts", out _))
        {
            return;
        }

        if (paths.Count == 0)
        {
            check.FailMissing("Paths");
        }

        if (paths.Count > 1 && !check.FlagSetting("Multiple", otherwise: true))
        {
            check.Fail("Paths", $"“{name}”只能有一个文件。", $"{name}: Selecting multiple media is forbidden.");
        }

        if (paths.Exists(path => FieldAddress.File(path) is null))
        {
            check.Fail("Paths", $"“{name}”的地址应以 / 或 https:// 开头。", $"{name} holds an address that is no file.");
        }

        var allowed = (check.Field.Setting("AllowedExtensions") as JsonArray ?? []).Select(node => node?.ToString() ?? "").ToList();
        if (allowed.Count > 0 && paths.Exists(path => !allowed.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)))
        {
            var list = string.Join("、", allowed);
            check.Fail("Paths", $"“{name}”只能是这些文件：{list}。", $"{name} must be one of these kinds of file: {string.Join(", ", allowed)}.");
        }
    }

    private static void CheckChoice(FieldCheck check, string property, bool isMultiple)
    {
        if (!check.TryTexts(property, out var ids))
        {
            return;
        }

        if (ids.Count == 0)
        {
            check.FailMissing(property);
        }
        else if (ids.Count > 1 && !isMultiple)
        {
            check.Fail(
                property, $"“{check.Field.DisplayName}”只能选一个。", $"The {check.Field.DisplayName} field cannot contain multiple items.");
        }
    }
}
