using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;

namespace PartyCms.UnitTests.Text;

public sealed class ReadableJsonEncoderTests
{
    [Theory]
    [InlineData("党员学习")]
    [InlineData("🎉")]
    [InlineData("开头🎉中间👩‍👩‍👧结尾")]
    [InlineData("𠮷野家𣘺本")]
    [InlineData("café «引号» —")]
    public void Readable_characters_stay_as_they_are(string text)
    {
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(text, ContentJson.Options));
        Assert.Equal($"{{\"a\":\"{text}\"}}", new JsonObject { ["a"] = text }.ToJsonString(ContentJson.Options));
    }

    [Theory]
    [InlineData("<script>", "\\u003Cscript\\u003E")]
    [InlineData("a&b", "a\\u0026b")]
    [InlineData("🎉<", "🎉\\u003C")]
    [InlineData("<🎉&🎉", "\\u003C🎉\\u0026🎉")]
    [InlineData("\u2028", "\\u2028")]
    [InlineData("\n", "\\n")]
    public void What_could_leave_a_script_is_escaped(string text, string written) =>
        Assert.Equal($"\"{written}\"", JsonSerializer.Serialize(text, ContentJson.Options));

    [Fact]
    public void Whatever_is_written_reads_back_the_same()
    {
        var text = new StringBuilder();
        for (var scalar = 1; scalar <= 0x10FFFF; scalar += scalar < 0x3000 ? 1 : 37)
        {
            if (Rune.IsValid(scalar))
            {
                text.Append(new Rune(scalar));
            }
        }

        var written = JsonSerializer.Serialize(text.ToString(), ContentJson.Options);

        Assert.Equal(text.ToString(), JsonSerializer.Deserialize<string>(written));
    }
}
