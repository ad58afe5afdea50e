using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Corrections;
using PartyCms.Kernel.Text;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Editing;

/// <summary>
/// Reads the fields of an editor's form, named <c>Fields[Part.Field.Text]</c>, and writes them into an item's parts.
/// Only what every article has and what lies below the type's own part is taken; everything else of the item stays.
/// </summary>
internal static partial class TypedFields
{
    /// <summary>What readers are told was wrong and is now right.</summary>
    public const string Correction = "CorrectionPart.Note.Text";

    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        ContentParts.Title, ContentParts.Body, ContentParts.Permalink, ContentParts.Branch, ContentParts.Summary,
        ContentParts.Cover, ContentParts.CoverAlt, ContentParts.Column, ContentParts.Contributor, ContentParts.Pinned,
        ContentParts.PinnedUntil, ContentParts.PinnedOrder, Correction,
        VersionParts.Comment, ChangeNotes.Kind, ChangeNotes.Note, ContentCorrection.Path,
    };

    /// <summary>What was typed, by path.</summary>
    public static Dictionary<string, string?> Read(IFormCollection form, string contentType)
    {
        var typed = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (key, values) in form)
        {
            var match = FieldName().Match(key);
            var path = match.Groups["path"].Value;
            if (match.Success && (Common.Contains(path) || path.StartsWith(contentType + "Part.", StringComparison.Ordinal)))
            {
                // A check box is followed by a hidden "false" of the same name.
                typed[path + match.Groups["number"].Value] = values.Contains("true") ? "true" : values[^1];
            }
        }

        return typed;
    }

    /// <summary>Writes what was typed; tells what cannot be kept as it is.</summary>
    public static IReadOnlyList<ContentProblem> Apply(JsonObject parts, IReadOnlyDictionary<string, string?> typed)
    {
        var problems = new List<ContentProblem>();
        foreach (var (name, text) in typed)
        {
            var isNumber = name.EndsWith(ContentFieldsModel.NumberSuffix, StringComparison.Ordinal);
            var path = isNumber ? name[..^ContentFieldsModel.NumberSuffix.Length] : name;
            var node = ToNode(path, isNumber, text, problems);
            if (node is not null || parts.Find(path) is not null)
            {
                try
                {
                    parts.Set(path, node);
                }
                catch (ArgumentException)
                {
                    problems.Add(new ContentProblem(path, "这一项不能这样填写。"));
                }
            }
        }

        DropBlanks(parts, typed.Keys);
        return problems;
    }

    private static JsonNode? ToNode(string path, bool isNumber, string? typed, List<ContentProblem> problems)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0)
        {
            return null;
        }

        if (path == ContentParts.Body)
        {
            return Tag().IsMatch(text) ? text : HtmlSanitizer.FromPlainText(text);
        }

        var isValue = path.EndsWith(".Value", StringComparison.Ordinal);
        if (isValue && text is "true" or "false")
        {
            return text == "true";
        }

        if (isNumber || isValue)
        {
            const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
            if (decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var number))
            {
                return JsonValue.Create(number);
            }

            if (isNumber)
            {
                problems.Add(new ContentProblem(path, "请填写数字。"));
                return null;
            }
        }

        return text;
    }

    // Rows of a list that were left empty go; the order of the others stays.
    private static void DropBlanks(JsonObject parts, IEnumerable<string> paths)
    {
        var lists = paths.SelectMany(path => ListName().Matches(path).Select(match => path[..match.Index]))
            .Distinct(StringComparer.Ordinal).OrderByDescending(path => path.Length);
        foreach (var list in lists)
        {
            if (parts.Find(list) is not JsonArray array)
            {
                continue;
            }

            for (var i = array.Count - 1; i >= 0; i--)
            {
                var isLast = i == array.Count - 1;
                if (IsBlank(array[i]) && (isLast || array[i] is JsonObject))
                {
                    array.RemoveAt(i);
                }
            }
        }
    }

    private static bool IsBlank(JsonNode? node) => node switch
    {
        null => true,
        JsonObject item => item.All(property => IsBlank(property.Value) || property.Value is JsonValue value && !value.TryGetValue<string>(out _)),
        JsonArray array => array.All(IsBlank),
        JsonValue value => value.TryGetValue<string>(out var text) && string.IsNullOrWhiteSpace(text),
        _ => false,
    };

    [GeneratedRegex(@"^Fields\[(?<path>[A-Z][A-Za-z]*(?:\.[A-Z][A-Za-z]*(?:\[[0-9]{1,2}\])?){1,5})(?<number>:number)?\]$")]
    private static partial Regex FieldName();

    [GeneratedRegex(@"\[[0-9]+\]")]
    private static partial Regex ListName();

    [GeneratedRegex("<[a-zA-Z/!]")]
    private static partial Regex Tag();
}
