namespace PartyCms.WeChat.Articles;

/// <summary>An article's body as WeChat takes it, its pictures still named by placeholders.</summary>
/// <param name="Html">The body; inline styles, no script, no picture of another site.</param>
/// <param name="Pictures">The distinct pictures it waits for, by number.</param>
/// <param name="Footnotes">Addresses that became notes, in the order of their numbers.</param>
/// <param name="Losses">What was left out.</param>
internal sealed record WeChatHtml(
    string Html, IReadOnlyList<ArticlePicture> Pictures, IReadOnlyList<string> Footnotes, IReadOnlyList<ArticleLoss> Losses)
{
    /// <summary>The body with the pictures' addresses in the place of their placeholders.</summary>
    /// <param name="addressOf">Address of a picture, not encoded.</param>
    public string With(Func<ArticlePicture, string> addressOf)
    {
        var html = Html;

        // With its quotes, so that picture:1 does not hit picture:12.
        foreach (var picture in Pictures)
        {
            html = html.Replace(
                $"src=\"{picture.Placeholder}\"",
                $"src=\"{HtmlWriter.Escape(addressOf(picture))}\"",
                StringComparison.Ordinal);
        }

        return html;
    }
}
