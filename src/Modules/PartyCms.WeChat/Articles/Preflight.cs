using System.Text;
using PartyCms.Media.Contracts;

namespace PartyCms.WeChat.Articles;

/// <summary>
/// Judges an article before it goes to WeChat, so that what WeChat would refuse, or drop without a word, is known while
/// it can still be changed.
/// </summary>
internal static class Preflight
{
    public static PreflightReport Run(PreflightFacts facts) => new(
        CountersOf(facts),
        [.. Findings(facts).OrderByDescending(finding => finding.Severity)]);

    private static PreflightCounter[] CountersOf(PreflightFacts facts) =>
    [
        new("标题", ArticleLimits.CharactersOf(facts.Title), ArticleLimits.Title),
        new("作者", ArticleLimits.CharactersOf(facts.Author), ArticleLimits.Author),
        new("摘要", ArticleLimits.CharactersOf(facts.Digest), ArticleLimits.Digest),
        new("正文字符（含排版代码）", ArticleLimits.ContentCharacters(facts.Body), ArticleLimits.Content - 1),
        new("正文大小（KB）", (ArticleLimits.ContentSize(facts.Body) + 1023) / 1024, ArticleLimits.ContentBytes / 1024),
    ];

    private static IEnumerable<PreflightFinding> Findings(PreflightFacts facts) =>
    [
        .. Permission(facts),
        .. Words(facts),
        .. Size(facts),
        .. Cover(facts),
        .. Pictures(facts),
        .. Losses(facts),
        .. Address(facts),
    ];

    private static IEnumerable<PreflightFinding> Permission(PreflightFacts facts)
    {
        if (facts.IsPersonalNotice)
        {
            yield return Blocks("personal-notice", "这是涉及个人的公示。微信里的文章发出后改不了、也删不干净，所以公示只在网站发，到期自动收起。");
        }

        if (!facts.IsPublished)
        {
            yield return Blocks("not-published", "网站上还没有公开这篇文章。请先在网站发布，再发到微信。");
        }

        foreach (var (message, isBlocking) in facts.PersonalData)
        {
            yield return isBlocking
                ? Blocks("personal-data", $"{message}。请先在网站上删去或隐去，重新发布后再发到微信。")
                : Warns("personal-data", $"{message}。发出后不能修改，请核对是否可以公开。");
        }

        if (facts.Earlier == EarlierDelivery.Out)
        {
            yield return Blocks("already-out", "这篇文章已经在微信发表，发表后的文章不能修改，也不再发第二遍。内容有误请写更正说明，再把更正说明发到微信。");
        }
        else if (facts.Earlier == EarlierDelivery.UnderWay)
        {
            yield return Blocks("under-way", "这篇文章已经在另一组图文里。请到“微信图文”里更新那一组，或先作废它。");
        }
    }

    private static IEnumerable<PreflightFinding> Words(PreflightFacts facts)
    {
        if (string.IsNullOrWhiteSpace(facts.Title))
        {
            yield return Blocks("title-empty", "没有标题。请填写标题。");
        }

        if (Over(facts.Title, ArticleLimits.Title) is { } title)
        {
            yield return Blocks("title-long", $"标题超出 {title} 个字，微信最多 {ArticleLimits.Title} 个字。请在这里改短，网站上的标题不变。");
        }

        if (Over(facts.Author, ArticleLimits.Author) is { } author)
        {
            yield return Blocks("author-long", $"作者超出 {author} 个字，微信最多 {ArticleLimits.Author} 个字。请写简称。");
        }

        if (Over(facts.Digest, ArticleLimits.Digest) is { } digest)
        {
            yield return Blocks("digest-long", $"摘要超出 {digest} 个字，微信最多 {ArticleLimits.Digest} 个字。请在这里改短。");
        }

        if (string.IsNullOrWhiteSpace(facts.Digest))
        {
            yield return Notes("digest-empty", "没有摘要，微信会取正文开头 54 个字。");
        }
    }

    private static int? Over(string text, int limit) =>
        ArticleLimits.CharactersOf(text) - limit is var over and > 0 ? over : null;

    private static IEnumerable<PreflightFinding> Size(PreflightFacts facts)
    {
        if (string.IsNullOrWhiteSpace(facts.Body.Html))
        {
            yield return Blocks("content-empty", "没有正文。请先在网站上写好正文并发布。");
        }

        if (ArticleLimits.ContentCharacters(facts.Body) >= ArticleLimits.Content)
        {
            yield return Blocks("content-long", $"正文太长，连同排版代码要少于 {ArticleLimits.Content} 个字符。请分成两篇，或把大表格改成图片。");
        }

        if (ArticleLimits.ContentSize(facts.Body) >= ArticleLimits.ContentBytes)
        {
            yield return Blocks("content-large", "正文超过 1 MB。请分成两篇。");
        }
    }

    private static IEnumerable<PreflightFinding> Cover(PreflightFacts facts)
    {
        switch (facts.Cover)
        {
            case PictureExportState.Missing:
                yield return Blocks("cover-missing", "封面图片找不到了。请在网站上重新选封面并发布。");
                break;
            case PictureExportState.Unreadable:
                yield return Blocks("cover-unreadable", "封面不能转成微信接受的格式。请换一张 JPG 或 PNG 图片。");
                break;
            case null:
                yield return Blocks("cover-foreign", "封面在别的网站上。请先把图片上传到本站的图片库，再选作封面。");
                break;
            case PictureExportState.TooLarge:
                yield return Blocks("cover-large", "封面缩小后仍超过 10 MB。请换一张图片。");
                break;
            case PictureExportState.Ready:
                break;
        }

        if (!facts.HasOwnCover)
        {
            yield return Notes("cover-default", "没有选封面，用了正文的第一张图片；正文也没有图片时，用自动生成的图。");
        }
    }

    private static IEnumerable<PreflightFinding> Pictures(PreflightFacts facts)
    {
        foreach (var picture in facts.Body.Pictures)
        {
            var name = picture.Alt.Length == 0 ? $"第 {picture.Number} 张图片" : $"第 {picture.Number} 张图片（{ArticleLimits.Fit(picture.Alt, 20)}）";
            switch (facts.Pictures.GetValueOrDefault(picture.Number, PictureExportState.Missing))
            {
                case PictureExportState.Missing:
                    yield return Blocks("picture-missing", $"{name}找不到了。请在网站上重新插入并发布。");
                    break;
                case PictureExportState.Unreadable:
                    yield return Blocks("picture-unreadable", $"{name}不能转成微信接受的格式。请换成 JPG 或 PNG。");
                    break;
                case PictureExportState.TooLarge:
                    yield return Blocks("picture-large", $"{name}缩小后仍超过 1 MB。请裁小后再插入。");
                    break;
                case PictureExportState.Ready:
                    break;
            }
        }
    }

    private static IEnumerable<PreflightFinding> Losses(PreflightFacts facts)
    {
        foreach (var loss in facts.Body.Losses.DistinctBy(loss => (loss.Kind, loss.Name)))
        {
            yield return loss.Kind switch
            {
                LossKind.ForeignPicture => Blocks("picture-foreign", $"有一张图片在别的网站上（{loss.Name}），微信会删掉它。请上传到本站的图片库再插入。"),
                LossKind.Media => Warns("media", "正文里有音频或视频，微信里只留一行提示，读者要点“阅读原文”。"),
                LossKind.Attachment => Warns("attachment", $"附件“{loss.Name}”在微信里打不开，读者要点“阅读原文”下载。"),
                LossKind.Element => Warns("element", $"正文里有微信不支持的内容（{loss.Name}），已去掉。"),
            };
        }

        if (facts.Body.Footnotes.Count > 0)
        {
            yield return Notes("links", $"{facts.Body.Footnotes.Count} 个链接在微信里点不开，已改成文末的“参考链接”。");
        }
    }

    private static IEnumerable<PreflightFinding> Address(PreflightFacts facts)
    {
        if (Encoding.UTF8.GetByteCount(facts.Page.AbsoluteUri) > ArticleLimits.SourceUrlBytes)
        {
            yield return Blocks("address-long", "文章网址太长，不能作“阅读原文”。请在网站上改短网址。");
        }

        if (facts.Page.IsLoopback || facts.Page.Scheme != Uri.UriSchemeHttps)
        {
            yield return Warns("address-private", "网站地址不是公开的 https 网址，读者点“阅读原文”可能打不开。请管理员设置站点的公开网址（Cms:PublicOrigin）。");
        }
    }

    private static PreflightFinding Blocks(string code, string message) => new(code, PreflightSeverity.Blocking, message);

    private static PreflightFinding Warns(string code, string message) => new(code, PreflightSeverity.Warning, message);

    private static PreflightFinding Notes(string code, string message) => new(code, PreflightSeverity.Note, message);
}
