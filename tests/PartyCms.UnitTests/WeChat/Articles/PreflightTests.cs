using PartyCms.Media.Contracts;
using PartyCms.WeChat.Articles;

namespace PartyCms.UnitTests.WeChat.Articles;

public class PreflightTests
{
    private static readonly WeChatHtml Body = new("<p>正文</p>", [], [], []);

    private static readonly PreflightFacts Good = new()
    {
        Title = "春季主题党日",
        Author = "城南支部",
        Digest = "十二名党员参加。",
        Body = Body,
        Cover = PictureExportState.Ready,
        Page = new Uri("https://dj.example.cn/news/spring"),
    };

    [Fact]
    public void A_good_article_is_clear()
    {
        var report = Preflight.Run(Good);

        Assert.True(report.IsClear);
        Assert.Empty(report.Findings);
    }

    public static TheoryData<string, string> Blocking => new()
    {
        { "title-empty", "empty title" },
        { "title-long", "long title" },
        { "author-long", "long author" },
        { "digest-long", "long digest" },
        { "content-empty", "no body" },
        { "content-long", "20,000 characters" },
        { "content-large", "1 MB" },
        { "cover-missing", "cover missing" },
        { "cover-unreadable", "cover unreadable" },
        { "cover-foreign", "cover foreign" },
        { "cover-large", "cover large" },
        { "picture-missing", "picture missing" },
        { "picture-unreadable", "picture unreadable" },
        { "picture-large", "picture large" },
        { "picture-foreign", "foreign picture" },
        { "personal-notice", "personal notice" },
        { "not-published", "not public" },
        { "personal-data", "identity number" },
        { "already-out", "sent before" },
        { "under-way", "in another issue" },
        { "address-long", "long address" },
    };

    [Theory]
    [MemberData(nameof(Blocking))]
    public void What_WeChat_refuses_or_must_not_get_blocks(string code, string fault)
    {
        var report = Preflight.Run(With(fault));

        Assert.False(report.IsClear);
        Assert.Contains(report.Findings, finding => finding.Code == code && finding.Severity == PreflightSeverity.Blocking);
    }

    public static TheoryData<string, string> Warning => new()
    {
        { "media", "film" },
        { "attachment", "attachment" },
        { "element", "frame" },
        { "personal-data", "telephone" },
        { "address-private", "local site" },
    };

    [Theory]
    [MemberData(nameof(Warning))]
    public void What_readers_lose_warns_and_does_not_block(string code, string fault)
    {
        var report = Preflight.Run(With(fault));

        Assert.True(report.IsClear);
        Assert.Equal((code, PreflightSeverity.Warning), (report.Findings[0].Code, report.Findings[0].Severity));
    }

    public static TheoryData<string, string> Noted => new()
    {
        { "digest-empty", "no digest" },
        { "links", "links" },
        { "cover-default", "default cover" },
    };

    [Theory]
    [MemberData(nameof(Noted))]
    public void What_is_good_to_know_is_noted(string code, string fact)
    {
        var finding = Assert.Single(Preflight.Run(With(fact)).Findings);

        Assert.Equal((code, PreflightSeverity.Note), (finding.Code, finding.Severity));
    }

    [Fact]
    public void Each_finding_says_what_to_do()
    {
        var findings = Blocking.Concat(Warning).SelectMany(row => Preflight.Run(With(row.Data.Item2)).Findings).ToList();

        Assert.All(findings, finding => Assert.Matches("请|只在网站发|最多|读者要点|已去掉|可能打不开", finding.Message));
    }

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void Titles_are_counted_as_people_count(int characters, bool isClear) =>
        Assert.Equal(isClear, Preflight.Run(Good with { Title = string.Concat(Enumerable.Repeat("👨‍👩‍👧", characters)) }).IsClear);

    [Fact]
    public void Pictures_count_with_the_addresses_they_will_have()
    {
        var body = new WeChatHtml(new string('x', 19_900), [new ArticlePicture(1, "/media/a.jpg", "")], [], []);

        Assert.Equal("content-long", Preflight.Run(Good with { Body = body, Pictures = Ready }).Findings[0].Code);
    }

    [Fact]
    public void Counters_show_what_is_used()
    {
        var counters = Preflight.Run(Good).Counters;

        Assert.Equal(
            [("标题", 6, 32), ("作者", 4, 16), ("摘要", 8, 128), ("正文字符（含排版代码）", 9, 19_999), ("正文大小（KB）", 1, 1024)],
            counters.Select(counter => (counter.Name, counter.Used, counter.Limit)));
    }

    private static Dictionary<int, PictureExportState> Ready => new() { [1] = PictureExportState.Ready };

    private static PreflightFacts With(string fact) => fact switch
    {
        "empty title" => Good with { Title = " " },
        "long title" => Good with { Title = new string('字', 33) },
        "long author" => Good with { Author = new string('字', 17) },
        "long digest" => Good with { Digest = new string('字', 129) },
        "no digest" => Good with { Digest = "" },
        "no body" => Good with { Body = Body with { Html = "" } },
        "20,000 characters" => Good with { Body = Body with { Html = new string('x', 20_000) } },
        "1 MB" => Good with { Body = Body with { Html = new string('字', 19_999), Pictures = Many }, Pictures = Many.ToDictionary(p => p.Number, _ => PictureExportState.Ready) },
        "cover missing" => Good with { Cover = PictureExportState.Missing },
        "cover unreadable" => Good with { Cover = PictureExportState.Unreadable },
        "cover foreign" => Good with { Cover = null },
        "cover large" => Good with { Cover = PictureExportState.TooLarge },
        "default cover" => Good with { HasOwnCover = false },
        "picture missing" => WithPicture(PictureExportState.Missing),
        "picture unreadable" => WithPicture(PictureExportState.Unreadable),
        "picture large" => WithPicture(PictureExportState.TooLarge),
        "foreign picture" => WithLoss(LossKind.ForeignPicture),
        "film" => WithLoss(LossKind.Media),
        "attachment" => WithLoss(LossKind.Attachment),
        "frame" => WithLoss(LossKind.Element),
        "links" => Good with { Body = Body with { Footnotes = ["https://example.com"] } },
        "personal notice" => Good with { IsPersonalNotice = true },
        "not public" => Good with { IsPublished = false },
        "identity number" => Good with { PersonalData = [("正文里有身份证号：1101**", true)] },
        "telephone" => Good with { PersonalData = [("正文里有手机号：138*", false)] },
        "sent before" => Good with { Earlier = EarlierDelivery.Out },
        "in another issue" => Good with { Earlier = EarlierDelivery.UnderWay },
        "long address" => Good with { Page = new Uri("https://dj.example.cn/" + new string('a', 1100)) },
        "local site" => Good with { Page = new Uri("http://localhost:5080/news/spring") },
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, null),
    };

    private static IReadOnlyList<ArticlePicture> Many => [.. Enumerable.Range(1, 7000).Select(n => new ArticlePicture(n, $"/media/{n}.jpg", ""))];

    private static PreflightFacts WithPicture(PictureExportState state) => Good with
    {
        Body = Body with { Pictures = [new ArticlePicture(1, "/media/a.jpg", "合影")] },
        Pictures = new Dictionary<int, PictureExportState> { [1] = state },
    };

    private static PreflightFacts WithLoss(LossKind kind) => Good with { Body = Body with { Losses = [new ArticleLoss(kind, "某物")] } };
}
