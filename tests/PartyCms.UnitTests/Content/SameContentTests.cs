using System.Text.Json.Nodes;
using PartyCms.Kernel.Content.Importing;

namespace PartyCms.UnitTests.Content;

public sealed class SameContentTests
{
    [Theory]
    [InlineData("{}", "{}", true)]
    [InlineData("{\"a\":null}", "{}", true)]
    [InlineData("{}", "{\"a\":{\"b\":null}}", false)]
    [InlineData("{\"a\":{\"b\":null}}", "{\"a\":{}}", true)]
    [InlineData("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}", true)]
    [InlineData("{\"a\":1}", "{\"a\":2}", false)]
    [InlineData("{\"a\":1}", "{\"a\":1,\"b\":1}", false)]
    [InlineData("{\"a\":[1,2]}", "{\"a\":[2,1]}", false)]
    [InlineData("{\"a\":[{\"b\":null}]}", "{\"a\":[{}]}", true)]
    [InlineData("{\"a\":[]}", "{}", false)]
    [InlineData("{\"a\":\"\"}", "{}", false)]
    public void Null_and_missing_are_the_same_and_nothing_else_is(string left, string right, bool same)
    {
        Assert.Equal(same, SameContent.Equal(JsonNode.Parse(left), JsonNode.Parse(right)));
        Assert.Equal(same, SameContent.Equal(JsonNode.Parse(right), JsonNode.Parse(left)));
    }

    [Fact]
    public void Instants_are_compared_to_the_microsecond()
    {
        var instant = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.True(SameContent.Equal(instant.AddTicks(3), instant));
        Assert.False(SameContent.Equal(instant.AddTicks(10), instant));
        Assert.False(SameContent.Equal(instant, null));
    }
}
