using System.Text;
using PartyCms.Media.Files;

namespace PartyCms.UnitTests.Media;

public sealed class MediaTypeTests
{
    [Theory]
    [InlineData("%PDF-1.4\n", "pdf")]
    [InlineData("GIF89a", "gif")]
    [InlineData("GIF87a", "gif")]
    [InlineData("\0\0\0\u0018ftypisom", "mp4")]
    [InlineData("\0\0\0\u0018ftypmp42", "mp4")]
    [InlineData("ID3\u0003\0\0", "mp3")]
    [InlineData("\u00ff\u00fb\u0090\u0064", "mp3")]
    [InlineData("\u00ff\u00d8\u00ff\u00e0", "jpg")]
    [InlineData("\u0089PNG\r\n\u001a\n", "png")]
    [InlineData("RIFF\0\0\0\0WEBPVP8 ", "webp")]
    public void A_file_is_known_by_its_first_bytes(string content, string extension) =>
        Assert.Equal(extension, MediaType.Of(Encoding.Latin1.GetBytes(content))?.Extension);

    [Theory]
    [InlineData("")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>")]
    [InlineData("<?xml version=\"1.0\"?><svg/>")]
    [InlineData("<!DOCTYPE html>")]
    [InlineData("MZ\u0090")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("\0\0\0\u0018ftypheic")]
    [InlineData("RIFF\0\0\0\0WAVEfmt ")]
    public void Anything_else_is_unknown(string content) => Assert.Null(MediaType.Of(Encoding.Latin1.GetBytes(content)));

    [Theory]
    [InlineData("2026/09/0123456789abcdef0123456789abcdef.jpg", true)]
    [InlineData("2026/09/0123456789abcdef0123456789abcdef.svg", false)]
    [InlineData("2026/09/0123456789abcdef0123456789abcdef.jpg\n", false)]
    [InlineData("2026/09/../../partycms.db", false)]
    [InlineData("../partycms.db", false)]
    [InlineData("2026/09/0123456789ABCDEF0123456789abcdef.jpg", false)]
    [InlineData("/2026/09/0123456789abcdef0123456789abcdef.jpg", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_names_made_here_are_paths(string? value, bool isPath) => Assert.Equal(isPath, MediaPath.Parse(value) is not null);
}
