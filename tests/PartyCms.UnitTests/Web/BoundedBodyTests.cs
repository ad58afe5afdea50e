using System.Text;
using Microsoft.AspNetCore.Http;
using PartyCms.Kernel.Web;

namespace PartyCms.UnitTests.Web;

public sealed class BoundedBodyTests
{
    private const int Most = 256 * 1024;

    [Fact]
    public async Task A_body_is_read_as_it_came()
    {
        var body = await ReadAsync(Encoding.UTF8.GetBytes("<xml>党课😀</xml>"));

        Assert.Equal("<xml>党课😀</xml>", Encoding.UTF8.GetString(body!));
    }

    [Theory]
    [InlineData(Most, true)]
    [InlineData(Most + 1, false)]
    public async Task A_body_beyond_the_limit_is_not_read(int length, bool isRead)
    {
        Assert.Equal(isRead, await ReadAsync(new byte[length]) is not null);
    }

    private static async Task<byte[]?> ReadAsync(byte[] sent)
    {
        using var body = new MemoryStream(sent);
        return await BoundedBody.ReadAsync(
            new DefaultHttpContext { Request = { Body = body } }.Request, Most, TestContext.Current.CancellationToken);
    }
}
