using System.Text;
using System.Text.Json;
using PartyCms.WeChat.Client;
using PartyCms.WeChat.Client.Drafts;
using PartyCms.WeChat.Client.Followers;
using PartyCms.WeChat.Client.Publishing;

namespace PartyCms.UnitTests.WeChat.Client;

public sealed class WeChatJsonTests
{
    [Theory]
    [InlineData("党课<b>学习</b>&'+😀")]
    [InlineData("𠮷田 \u2028 \u2029 \u200d é \u0301 ﷽")]
    [InlineData("👨‍👩‍👧‍👦🇨🇳")]
    public void Characters_go_out_as_themselves_and_come_back_the_same(string text)
    {
        var bytes = WeChatJson.Write(new MediaReference(text));

        Assert.Equal($$"""{"media_id":"{{text}}"}""", Encoding.UTF8.GetString(bytes));
        Assert.Equal(text, WeChatJson.Read<MediaReference>(bytes)?.MediaId);
    }

    [Fact]
    public void Quotes_backslashes_and_line_breaks_are_escaped_as_briefly_as_JSON_allows() =>
        Assert.Equal(
            """{"media_id":"a\"b\\c\nd\te\rf"}""", Text(new MediaReference("a\"b\\c\nd\te\rf")));

    [Fact]
    public void Other_control_characters_become_blanks() =>
        Assert.Equal("""{"media_id":"a b c"}""", Text(new MediaReference("a\u0001b\u001fc")));

    [Fact]
    public void Half_a_character_is_replaced() =>
        Assert.Equal("{\"media_id\":\"a\uFFFDb\"}", Text(new MediaReference("a\ud83db")));

    [Fact]
    public void No_body_ever_holds_an_escaped_code_point()
    {
        var everything = new StringBuilder();
        for (var code = 0; code < 0x20000; code += code is >= 0xD7FF and < 0xE000 ? 0xE000 - code : 1)
        {
            everything.Append(char.ConvertFromUtf32(code is >= 0xD800 and < 0xE000 ? 0xE000 : code));
        }

        var text = Text(new MediaReference(everything.ToString()));

        Assert.DoesNotContain("\\u", text, StringComparison.Ordinal);
        Assert.NotNull(JsonSerializer.Deserialize<JsonElement>(text).GetProperty("media_id").GetString());
    }

    [Fact]
    public void What_is_missing_is_left_out() =>
        Assert.Equal(
            """{"articles":[{"article_type":"news","title":"题","content":"<p>文</p>","need_open_comment":0,"only_fans_can_comment":0,"pic_crop_235_1":"0_0_1_0.5236"}]}""",
            Text(new DraftsToAdd([new DraftArticle { Title = "题", Content = "<p>文</p>", WideCrop = "0_0_1_0.5236" }])));

    [Fact]
    public void Control_characters_inside_of_strings_do_not_hinder_reading()
    {
        var bytes = "{\"openid\":\"o\u0002\",\r\n\t\"remark\":\"a\nb\tc\\\"\u001f\",\"subscribe\":1}"u8.ToArray();

        var follower = WeChatJson.Read<Follower>(bytes)!;

        Assert.Equal(("o", "a\nb\tc\"", 1), (follower.OpenId, follower.Remark, follower.Subscribe));
    }

    [Fact]
    public void A_byte_order_mark_and_broken_characters_do_not_hinder_reading()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "{\"media_id\":\""u8, 0xE5, 0x85, .. "\"}"u8];

        Assert.Equal("\uFFFD", WeChatJson.Read<MediaReference>(bytes)?.MediaId);
    }

    [Theory]
    [InlineData("""{"publish_id":"100000001","publish_status":0}""", "100000001")]
    [InlineData("""{"publish_id":9223372036854775807,"publish_status":0}""", "9223372036854775807")]
    [InlineData("""{"publish_id":12345678901234567890123,"publish_status":6}""", "12345678901234567890123")]
    public void Ids_are_kept_as_text_however_they_are_written(string json, string id) =>
        Assert.Equal(id, WeChatJson.Read<PublishProgress>(Encoding.UTF8.GetBytes(json))?.PublishId);

    [Theory]
    [InlineData("""{"publish_id":"1","publish_status":1}""")]
    [InlineData("""{"publish_id":"1","publish_status":1,"fail_idx":null}""")]
    [InlineData("""{"publish_id":"1","publish_status":1,"fail_idx":[]}""")]
    public void A_list_that_is_left_out_is_empty(string json) =>
        Assert.Equal([], WeChatJson.Read<PublishProgress>(Encoding.UTF8.GetBytes(json))!.FailIdx);

    [Fact]
    public void An_answer_of_another_shape_is_an_error_and_no_exception()
    {
        var answer = new WeChatAnswer { Body = """{"media_id":[1]}"""u8.ToArray() };

        Assert.True(answer.As<MediaReference>().Error?.MayHaveHappened);
    }

    [Fact]
    public void An_answer_without_what_it_should_hold_is_an_error()
    {
        var answer = new WeChatAnswer { Body = """{"errcode":0,"errmsg":"ok"}"""u8.ToArray() };

        Assert.True(answer.As<DraftAdded>().Error?.MayHaveHappened);
    }

    private static string Text<T>(T value) => Encoding.UTF8.GetString(WeChatJson.Write(value));
}
