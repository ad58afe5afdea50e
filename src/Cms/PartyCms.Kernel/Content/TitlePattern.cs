using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using PartyCms.Kernel.Content.Fields;
using PartyCms.Kernel.Text;
using PartyCms.Kernel.Time;

namespace PartyCms.Kernel.Content;

/// <summary>
/// Makes titles by a pattern. Of Liquid only what such patterns use is understood: texts, and <c>{{ }}</c> with a value of
/// the item (<c>ContentItem.Content.Meeting.Place.Text</c>, <c>ContentItem.CreatedUtc</c>, <c>ContentItem.Author</c>) and the
/// filters <c>date</c>, <c>local</c>, <c>slugify</c>, <c>upcase</c>, <c>downcase</c>, <c>strip</c>, <c>append</c>,
/// <c>prepend</c>, <c>default</c> and <c>truncate</c>.
/// </summary>
public static class TitlePattern
{
    private const string UsualDate = "%Y-%m-%d";

    /// <summary>The title, on one line and not too long; null where the pattern asks for more than is understood.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="parts">Parts and fields of the item.</param>
    /// <param name="item">The item, for its dates and author.</param>
    /// <param name="time">The calendar dates are written by.</param>
    public static string? Expand(string? pattern, JsonObject parts, ContentItem item, SiteTime time)
    {
        var made = PlaceholderText.Expand(pattern, expression => Evaluate(expression, parts, item, time));
        var line = made?.ReplaceLineEndings(" ").Trim();
        return line is { Length: > ContentPreparation.TitleLength } ? line[..ContentPreparation.TitleLength] : line;
    }

    private static string? Evaluate(string expression, JsonObject parts, ContentItem item, SiteTime time)
    {
        var steps = expression.Split('|', StringSplitOptions.TrimEntries);
        if (Read(steps[0], parts, item) is not { } text)
        {
            return null;
        }

        foreach (var filter in steps.AsSpan(1))
        {
            if (Filter(text, filter, time) is not { } next)
            {
                return null;
            }

            text = next;
        }

        return text;
    }

    // What the item does not hold is empty; what could be no value of an item is not understood.
    private static string? Read(string source, JsonObject parts, ContentItem item)
    {
        const string content = "ContentItem.Content.";
        var path = source.StartsWith("Model.", StringComparison.Ordinal) ? source["Model.".Length..] : source;
        return path switch
        {
            "ContentItem.Author" => item.Author ?? "",
            "ContentItem.ContentType" => item.ContentType,
            "ContentItem.ContentItemId" => item.ContentItemId,
            "ContentItem.DisplayText" => item.DisplayText ?? "",
            "ContentItem.CreatedUtc" => ContentJson.Format(item.CreatedUtc) ?? "",
            "ContentItem.ModifiedUtc" => ContentJson.Format(item.ModifiedUtc) ?? "",
            "ContentItem.PublishedUtc" => ContentJson.Format(item.PublishedUtc) ?? "",
            _ when path.StartsWith(content, StringComparison.Ordinal) && IsPlain(path.AsSpan(content.Length)) =>
                Value(parts, path[content.Length..]),
            _ => null,
        };
    }

    private static bool IsPlain(ReadOnlySpan<char> path)
    {
        foreach (var c in path)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '_' or '-'))
            {
                return false;
            }
        }

        return path.Length > 0;
    }

    private static string Value(JsonObject parts, string path) => parts.Find(path) switch
    {
        JsonValue value => value.ToString(),
        JsonArray list => string.Join("、", list.OfType<JsonValue>().Select(one => one.ToString())),
        _ => "",
    };

    private static string? Filter(string text, string filter, SiteTime time)
    {
        var (name, argument) = filter.Split(':', 2, StringSplitOptions.TrimEntries) is [var head, var tail]
            ? (head, tail.Trim('"', '\''))
            : (filter, "");
        return name switch
        {
            "slugify" => Slug.From(text),
            "upcase" => text.ToUpperInvariant(),
            "downcase" => text.ToLowerInvariant(),
            "strip" => text.Trim(),
            "append" => text + argument,
            "prepend" => argument + text,
            "default" => text.Length > 0 ? text : argument,
            "local" => FieldRules.TryReadInstant(text, out var instant)
                ? time.ToLocal(instant).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)
                : text,
            "date" => Date(text, argument.Length > 0 ? argument : UsualDate),
            "truncate" when int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var length) =>
                text.Length > length ? text[..length] : text,
            _ => null,
        };
    }

    private static string? Date(string text, string format)
    {
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            return text;
        }

        var written = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 == format.Length)
            {
                written.Append(format[i]);
                continue;
            }

            var isPlain = format[++i] == '-' && i + 1 < format.Length;
            var code = isPlain ? format[++i] : format[i];
            if (Net(code, isPlain) is not { } net)
            {
                return null;
            }

            written.Append(date.ToString(net, CultureInfo.InvariantCulture));
        }

        return written.ToString();
    }

    private static string? Net(char code, bool isPlain) => (code, isPlain) switch
    {
        ('Y', false) => "yyyy",
        ('y', false) => "yy",
        ('m', false) => "MM",
        ('m', true) => "%M",
        ('d', false) => "dd",
        ('d', true) or ('e', false) => "%d",
        ('H', false) => "HH",
        ('H', true) => "%H",
        ('M', false) => "mm",
        ('S', false) => "ss",
        ('F', false) => "yyyy-MM-dd",
        _ => null,
    };
}
