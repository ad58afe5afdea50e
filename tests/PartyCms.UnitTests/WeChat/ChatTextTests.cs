using PartyCms.WeChat.Conversation;

namespace PartyCms.UnitTests.WeChat;

public sealed class ChatTextTests
{
    [Fact]
    public void Links_stand_among_the_text_in_their_order()
    {
        Assert.Equal(
            [new("看", null), new("指南", "https://e.cn/a"), new("或", null), new("公开", "/disclosures")],
            ChatText.Parse("看<a href=\"https://e.cn/a\">指南</a>或<a href=\"/disclosures\">公开</a>"));
    }

    [Theory]
    [InlineData("<a href=\"javascript:alert(1)\">点</a>")]
    [InlineData("<a href=\"https://e.cn\">点<b></a>")]
    [InlineData("<script>alert(1)</script>")]
    public void Anything_else_is_text(string text)
    {
        Assert.Equal([new(text, null)], ChatText.Parse(text));
    }
}
