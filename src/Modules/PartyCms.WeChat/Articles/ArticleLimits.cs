using System.Globalization;
using System.Text;

namespace PartyCms.WeChat.Articles;

/// <summary>What WeChat accepts of one article (draft/add, edition of 2025-12-19), in characters as people count them.</summary>
internal static class ArticleLimits
{
    public const int Title = 32;

    public const int Author = 16;

    public const int Digest = 128;

    /// <summary>Characters of the body with its markup; WeChat wants fewer than this.</summary>
    public const int Content = 20_000;

    /// <summary>Bytes of the body in UTF-8; WeChat wants fewer than this.</summary>
    public const int ContentBytes = 1024 * 1024;

    /// <summary>Bytes of the address behind 阅读原文.</summary>
    public const int SourceUrlBytes = 1024;

    /// <summary>Articles of one issue: 头条 and up to seven more.</summary>
    public const int Articles = 8;

    /// <summary>Bytes of a picture inside an article; WeChat wants fewer than this.</summary>
    public const int PictureBytes = 1024 * 1024;

    /// <summary>Bytes of a cover.</summary>
    public const int CoverBytes = 10 * 1024 * 1024;

    /// <summary>Room that a picture's address at WeChat takes in the place of its placeholder.</summary>
    public const int PictureAddress = 160;

    /// <summary>Characters as people count them: an emoji of several code points is one.</summary>
    public static int CharactersOf(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>The beginning of a text that fits, whole characters only.</summary>
    public static string Fit(string text, int limit)
    {
        var info = new StringInfo(text.Trim());
        return info.LengthInTextElements <= limit ? info.String : info.SubstringByTextElements(0, limit);
    }

    /// <summary>Characters of a body, its placeholders counted as the addresses that will stand there.</summary>
    public static int ContentCharacters(WeChatHtml body) => body.Html.EnumerateRunes().Count() + (body.Pictures.Count * PictureAddress);

    /// <summary>Bytes of a body, its placeholders counted as the addresses that will stand there.</summary>
    public static int ContentSize(WeChatHtml body) => Encoding.UTF8.GetByteCount(body.Html) + (body.Pictures.Count * PictureAddress);
}
