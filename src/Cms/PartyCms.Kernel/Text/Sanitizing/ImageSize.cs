using System.Globalization;
using AngleSharp.Html.Parser.Tokens;

namespace PartyCms.Kernel.Text.Sanitizing;

/// <summary>
/// How large a picture is shown, as the editor's choices and old pages say it, in a form that needs no style: a share of
/// the column as one of ten classes, or whole pixels.
/// </summary>
internal readonly record struct ImageSize(string Class, string Pixels)
{
    private const string ClassPrefix = "w-";

    private const int Step = 10;

    /// <param name="tag">Tag of the picture.</param>
    /// <param name="isStyled">
    /// Whether its style counts; that of a picture loaded late is the layout of the place it was copied from.
    /// </param>
    public static ImageSize Of(HtmlTagToken tag, bool isStyled)
    {
        var style = isStyled ? tag.Attribute("style") : null;
        var width = InlineStyle.ValueOf(style, "width");
        var share = ShareOfClass(tag) ?? ShareOf(width) ?? ShareOf(tag.Attribute("width"));
        var sizeClass = share is { } percent ? TagAttributes.Write("class", ClassPrefix + Text(percent)) : "";
        return PixelsOf(width) is not { } pixels
            ? new ImageSize(sizeClass, tag.Size())
            : new ImageSize(
                sizeClass,
                TagAttributes.Write("width", Text(pixels)) +
                (PixelsOf(InlineStyle.ValueOf(style, "height")) is { } height ? TagAttributes.Write("height", Text(height)) : ""));
    }

    private static int? ShareOfClass(HtmlTagToken tag)
    {
        for (var percent = Step; percent <= 100; percent += Step)
        {
            if (tag.HasClass(ClassPrefix + Text(percent)))
            {
                return percent;
            }
        }

        return null;
    }

    private static int? ShareOf(ReadOnlySpan<char> value) =>
        value.EndsWith("%") && Number(value[..^1]) is { } percent
            ? (int)Math.Clamp(Math.Round(percent / Step, MidpointRounding.AwayFromZero) * Step, Step, 100)
            : null;

    private static int? PixelsOf(ReadOnlySpan<char> value) =>
        value.EndsWith("px", StringComparison.OrdinalIgnoreCase) && Number(value[..^2]) is { } pixels && pixels is >= 1 and < 9999
            ? (int)Math.Round(pixels, MidpointRounding.AwayFromZero)
            : null;

    private static decimal? Number(ReadOnlySpan<char> value) =>
        decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
