using AngleSharp.Html.Parser;

namespace PartyCms.Media.Usage;

/// <summary>A picture of a body.</summary>
/// <param name="Number">Its place among the body's pictures, from 1.</param>
/// <param name="Source">Its address.</param>
/// <param name="Alt">What it shows; empty where nobody said.</param>
internal sealed record BodyPicture(int Number, string Source, string Alt);

/// <summary>Reads the pictures of a body.</summary>
internal static class BodyPictures
{
    public static IReadOnlyList<BodyPicture> Of(string? html)
    {
        if (html is null || !html.Contains("<img", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        using var document = new HtmlParser().ParseDocument(html);
        return [.. document.Images.Select((image, index) => new BodyPicture(
            index + 1, image.GetAttribute("src") ?? "", (image.GetAttribute("alt") ?? "").Trim()))];
    }
}
