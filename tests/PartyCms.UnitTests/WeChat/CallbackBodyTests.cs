using System.Text;
using PartyCms.WeChat.Callback;

namespace PartyCms.UnitTests.WeChat;

public sealed class CallbackBodyTests
{
    [Fact]
    public async Task A_body_is_read_as_UTF_8()
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes("<xml>党课😀</xml>"));

        Assert.Equal("<xml>党课😀</xml>", await CallbackBody.ReadAsync(body, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(CallbackBody.MaxLength, true)]
    [InlineData(CallbackBody.MaxLength + 1, false)]
    public async Task A_body_beyond_the_limit_is_not_read(int length, bool isRead)
    {
        using var body = new MemoryStream(new byte[length]);

        Assert.Equal(isRead, await CallbackBody.ReadAsync(body, TestContext.Current.CancellationToken) is not null);
    }
}
