namespace PartyCms.WeChat.Articles;

/// <summary>A picture of an article, to be brought to WeChat before the article.</summary>
/// <param name="Number">Its place among the article's distinct pictures, from 1.</param>
/// <param name="Address">Where it stands on our site, such as <c>/media/2026/09/0f….jpg</c>.</param>
/// <param name="Alt">What it shows.</param>
internal sealed record ArticlePicture(int Number, string Address, string Alt)
{
    /// <summary>What stands in the article until the picture has its address at WeChat.</summary>
    public string Placeholder => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"picture:{Number}");
}
