using System.Globalization;

namespace PartyCms.Kernel.Text.Sanitizing;

/// <summary>Alignment that a source asks for; the start of the line is what readers get by default.</summary>
internal enum TextAlignment
{
    Start,
    Center,
    End,
}

/// <summary>
/// The few facts of a <c>style</c> attribute that survive as elements or classes. Anything else in it is layout of the
/// place the text was copied from and is lost on purpose.
/// </summary>
internal readonly record struct InlineStyle(
    TextAlignment? Alignment, bool? IsBold, InlineFormats Formats, bool IsHidden, bool IsListMarker)
{
    public static InlineStyle Parse(string? style)
    {
        var result = default(InlineStyle);
        var rest = style.AsSpan();
        while (TryReadDeclaration(ref rest, out var property, out var value))
        {
            result = result.With(property, value);
        }

        return result;
    }

    /// <summary>The value that a style gives a property; empty when it gives none. The last one counts.</summary>
    public static ReadOnlySpan<char> ValueOf(string? style, string property)
    {
        ReadOnlySpan<char> last = default;
        var rest = style.AsSpan();
        while (TryReadDeclaration(ref rest, out var name, out var value))
        {
            last = Is(name, property) ? value : last;
        }

        return last;
    }

    /// <summary>Alignment of an <c>align</c> attribute or a <c>text-align</c> value; null for anything else.</summary>
    public static TextAlignment? AlignmentOf(ReadOnlySpan<char> value) =>
        Is(value, "center") || Is(value, "-webkit-center") ? TextAlignment.Center
        : Is(value, "right") || Is(value, "end") ? TextAlignment.End
        : Is(value, "left") || Is(value, "start") || Is(value, "justify") ? TextAlignment.Start
        : null;

    private InlineStyle With(ReadOnlySpan<char> property, ReadOnlySpan<char> value)
    {
        if (Is(property, "text-align"))
        {
            return this with { Alignment = AlignmentOf(value) ?? Alignment };
        }

        if (Is(property, "font-weight"))
        {
            return this with { IsBold = IsBoldWeight(value) };
        }

        if (Is(property, "font-style") && (Is(value, "italic") || Is(value, "oblique")))
        {
            return this with { Formats = Formats | InlineFormats.Emphasis };
        }

        if (Is(property, "text-decoration") || Is(property, "text-decoration-line"))
        {
            return this with { Formats = Formats | Decoration(value) };
        }

        if ((Is(property, "display") && Is(value, "none")) || (Is(property, "mso-hide") && Is(value, "all")) ||
            (Is(property, "mso-element") && value.StartsWith("comment", StringComparison.OrdinalIgnoreCase)))
        {
            return this with { IsHidden = true };
        }

        return Is(property, "mso-list") && Is(value, "ignore") ? this with { IsListMarker = true } : this;
    }

    private static bool TryReadDeclaration(
        scoped ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> property, out ReadOnlySpan<char> value)
    {
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf(';');
            var declaration = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            var colon = declaration.IndexOf(':');
            if (colon > 0)
            {
                property = declaration[..colon].Trim();
                value = Value(declaration[(colon + 1)..]);
                return true;
            }
        }

        property = value = default;
        return false;
    }

    private static bool? IsBoldWeight(ReadOnlySpan<char> value) =>
        Is(value, "bold") || Is(value, "bolder") ? true
        : Is(value, "normal") || Is(value, "lighter") ? false
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var weight) ? weight >= 600
        : null;

    private static InlineFormats Decoration(ReadOnlySpan<char> value) =>
        (Has(value, "underline") ? InlineFormats.Underline : InlineFormats.None) |
        (Has(value, "line-through") ? InlineFormats.Strikethrough : InlineFormats.None);

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> value)
    {
        var important = value.IndexOf('!');
        return (important < 0 ? value : value[..important]).Trim();
    }

    private static bool Has(ReadOnlySpan<char> value, string word) =>
        value.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static bool Is(ReadOnlySpan<char> value, string expected) =>
        value.Equals(expected, StringComparison.OrdinalIgnoreCase);
}
