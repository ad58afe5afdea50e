using System.Globalization;
using AngleSharp.Html.Parser.Tokens;

namespace PartyCms.Kernel.Text.Sanitizing;

/// <summary>Reads attributes of source tags and writes those of clean ones.</summary>
internal static class TagAttributes
{
    private const int MaxTextLength = 500;

    /// <summary>Value of the first attribute of a name, as browsers take it; null when there is none.</summary>
    public static string? Attribute(this HtmlTagToken tag, string name)
    {
        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Name == name)
            {
                return attribute.Value;
            }
        }

        return null;
    }

    /// <summary>Whether the <c>class</c> attribute holds a class.</summary>
    public static bool HasClass(this HtmlTagToken tag, string name) =>
        tag.Attribute("class") is { } value && value.Split(' ', '\t', '\n', '\f').Contains(name);

    /// <summary>Alignment that the tag itself asks for, by our classes, by style or by the old attribute.</summary>
    public static TextAlignment? Alignment(this HtmlTagToken tag) =>
        tag.Name == "center" || tag.HasClass("ta-center") ? TextAlignment.Center
        : tag.HasClass("ta-right") ? TextAlignment.End
        : InlineStyle.Parse(tag.Attribute("style")).Alignment
            ?? (tag.Name == "table" ? null : InlineStyle.AlignmentOf(tag.Attribute("align")));

    /// <summary>A whole number of an attribute, written again; nothing when it is missing or out of range.</summary>
    public static string Number(this HtmlTagToken tag, string name, int min, int max)
    {
        var culture = CultureInfo.InvariantCulture;
        return int.TryParse(tag.Attribute(name), NumberStyles.AllowLeadingSign, culture, out var number) &&
            number >= min && number <= max
                ? Write(name, number.ToString(culture))
                : "";
    }

    /// <summary>Width and height in pixels, so that the page does not jump when the picture comes.</summary>
    public static string Size(this HtmlTagToken tag) => tag.Number("width", 1, 9999) + tag.Number("height", 1, 9999);

    /// <summary>One of the given words of an attribute as written again, or nothing.</summary>
    public static string Word(this HtmlTagToken tag, string name, params ReadOnlySpan<string> words) =>
        tag.Attribute(name) is { } value && words.Contains(value) ? Write(name, value) : "";

    /// <summary>Text for people of an attribute: one line, no controls, at most 500 characters.</summary>
    public static string TextAttribute(this HtmlTagToken tag, string name)
    {
        var value = tag.Attribute(name);
        if (string.IsNullOrEmpty(value))
        {
            return "";
        }

        var line = new InlineContent(maxBreaks: 0);
        line.AddText(value, InlineFormats.None, null);
        if (line.IsEmpty)
        {
            return "";
        }

        var text = line.TextOf(line.Runs[0]);
        var length = Math.Min(text.Length, MaxTextLength);
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd();
    }

    public static string Write(string name, string value) => $" {name}=\"{Escape(value)}\"";

    /// <summary>Text or attribute value with the characters that mean markup written as references.</summary>
    public static string Escape(string value) =>
        value.AsSpan().ContainsAny("&<>\"") ? value
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal) : value;
}
