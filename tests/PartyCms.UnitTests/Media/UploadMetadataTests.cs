using PartyCms.Media.Uploads;

namespace PartyCms.UnitTests.Media;

public sealed class UploadMetadataTests
{
    [Fact]
    public void Values_are_read_from_base64_in_utf8()
    {
        var pairs = UploadMetadata.Parse("filename 5YWa6K++Lm1wMw==, flag,alt ");

        Assert.Equal(("党课.mp3", "", ""), (pairs!["filename"], pairs["flag"], pairs["alt"]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void No_header_is_no_metadata(string? header) => Assert.Empty(UploadMetadata.Parse(header)!);

    [Theory]
    [InlineData("filename ***")]
    [InlineData("a YQ==,a YQ==")]
    public void A_malformed_header_is_nothing(string header) => Assert.Null(UploadMetadata.Parse(header));
}
