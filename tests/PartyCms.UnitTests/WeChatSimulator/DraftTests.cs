using System.Text.Json;

namespace PartyCms.UnitTests.WeChatSimulator;

public sealed class DraftTests(WeChatCaller caller) : IClassFixture<WeChatCaller>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await caller.SignInAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(32, 16, 128, 0)]
    [InlineData(33, 0, 0, 45003)]
    [InlineData(1, 17, 0, 45110)]
    [InlineData(1, 0, 129, 45004)]
    public async Task Lengths_are_counted_in_what_readers_call_characters(int title, int author, int digest, int code)
    {
        // One person, four code points, eleven UTF-16 units.
        static string Emoji(int count) => string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", count));
        var draft = WeChatCaller.Draft(
            Emoji(title), await caller.AddPictureAsync(), digest: Emoji(digest), author: Emoji(author));

        Assert.Equal(code, WeChatCaller.CodeOf(await caller.PostAsync("/cgi-bin/draft/add", draft)));
    }

    [Fact]
    public async Task Twenty_thousand_characters_are_too_many()
    {
        var thumb = await caller.AddPictureAsync();

        Assert.Equal(45002, WeChatCaller.CodeOf(
            await caller.PostAsync("/cgi-bin/draft/add", WeChatCaller.Draft("长", thumb, new string('字', 20_000)))));
        Assert.Equal(0, WeChatCaller.CodeOf(
            await caller.PostAsync("/cgi-bin/draft/add", WeChatCaller.Draft("长", thumb, new string('字', 19_999)))));
    }

    [Theory]
    [InlineData("{}", 44003)]
    [InlineData("{\"articles\":[]}", 44003)]
    [InlineData("{\"articles\":{\"title\":\"t\"}}", 44003)]
    [InlineData("{\"articles\":[{\"title\":\"t\",\"content\":\"c\",\"thumb_media_id\":\"nobody\"}]}", 40007)]
    [InlineData("{\"articles\":[{\"title\":\"t\",\"content\":\"c\",\"thumb_media_id\":\"x\",\"content_source_url\":\"/lessons\"}]}", 41039)]
    public async Task A_draft_of_the_wrong_shape_is_refused(string body, int code) =>
        Assert.Equal(code, WeChatCaller.CodeOf(await caller.PostAsync("/cgi-bin/draft/add", body)));

    [Fact]
    public async Task What_WeChat_does_not_show_is_gone_when_the_draft_is_read_back()
    {
        var picture = (await caller.UploadAsync(
            "/cgi-bin/media/uploadimg", WeChatCaller.Png(50), "form-data; name=\"media\"; filename=\"a.png\""))["url"]!.GetValue<string>();
        var content = "<script>1</script><p id='a' onclick='x()' style='position:absolute;color:red'>甲</p>"
            + $"<img src='{picture}'><img src='https://site.example/b.png'><a href='https://site.example/'>乙</a>"
            + "<a href='https://mp.weixin.qq.com/s/1'>丙</a><form><input></form>";
        var added = await caller.PostAsync("/cgi-bin/draft/add", WeChatCaller.Draft("t", await caller.AddPictureAsync(), content));

        var read = await caller.PostAsync("/cgi-bin/draft/get", $$"""{"media_id":"{{added["media_id"]}}"}""");

        Assert.Equal(
            $"<p style=\"color:red\">甲</p><img src=\"{picture.Replace("&", "&amp;", StringComparison.Ordinal)}\"><a>乙</a>"
            + "<a href=\"https://mp.weixin.qq.com/s/1\">丙</a>",
            read["news_item"]![0]!["content"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_draft_without_a_summary_takes_the_start_of_its_text()
    {
        var text = new string('学', 60);
        var added = await caller.PostAsync(
            "/cgi-bin/draft/add", WeChatCaller.Draft("t", await caller.AddPictureAsync(), $"<p>{text}</p>"));

        var read = await caller.PostAsync("/cgi-bin/draft/get", $$"""{"media_id":"{{added["media_id"]}}"}""");

        Assert.Equal(text[..54], read["news_item"]![0]!["digest"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_publication_takes_the_draft_and_has_an_article_once_it_is_over()
    {
        caller.App.World.Publications.Delay = TimeSpan.FromMinutes(1);
        var draft = await caller.AddDraftAsync();
        var job = await caller.PostAsync("/cgi-bin/freepublish/submit", $$"""{"media_id":"{{draft}}"}""");
        var ask = $$"""{"publish_id":"{{job["publish_id"]}}"}""";

        Assert.Equal(1, (await caller.PostAsync("/cgi-bin/freepublish/get", ask))["publish_status"]!.GetValue<int>());
        caller.App.Clock.Advance(TimeSpan.FromMinutes(1));
        var done = await caller.PostAsync("/cgi-bin/freepublish/get", ask);

        Assert.Equal(0, done["publish_status"]!.GetValue<int>());
        Assert.StartsWith(
            caller.App.BaseAddress + "/s/", done["article_detail"]!["item"]![0]!["article_url"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(40007, WeChatCaller.CodeOf(await caller.PostAsync("/cgi-bin/draft/get", $$"""{"media_id":"{{draft}}"}""")));
    }

    [Fact]
    public async Task A_publication_that_fails_gives_the_draft_back()
    {
        caller.App.World.Publications.Delay = TimeSpan.Zero;
        caller.App.World.Publications.NextEndsAs(PartyCms.WeChat.Simulator.Publishing.PublishStatus.OriginalityFailed, 1);
        var draft = await caller.AddDraftAsync();
        var job = await caller.PostAsync("/cgi-bin/freepublish/submit", $$"""{"media_id":"{{draft}}"}""");

        var done = await caller.PostAsync("/cgi-bin/freepublish/get", $$"""{"publish_id":"{{job["publish_id"]}}"}""");

        Assert.Equal(2, done["publish_status"]!.GetValue<int>());
        Assert.Equal("[1]", done["fail_idx"]!.ToJsonString(JsonSerializerOptions.Default));
        Assert.Equal(0, WeChatCaller.CodeOf(await caller.PostAsync("/cgi-bin/draft/get", $$"""{"media_id":"{{draft}}"}""")));
    }
}
