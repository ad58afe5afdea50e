using System.Text;
using PartyCms.Media.Files;

namespace PartyCms.UnitTests.Media;

public sealed class ImageMetadataTests
{
    public static TheoryData<string, byte[], byte[]> Talkative => new()
    {
        { "jpeg", Pictures.Jpeg(40, 30, isTalkative: true), Pictures.Jpeg(40, 30) },
        { "png", Pictures.Png(40, 30, isTalkative: true), Pictures.Png(40, 30) },
        { "webp", Pictures.WebP(40, 30, isTalkative: true), Pictures.WebP(40, 30) },
    };

    [Theory]
    [MemberData(nameof(Talkative))]
    public void Place_author_and_comments_go_and_the_picture_stays_byte_for_byte(string kind, byte[] talkative, byte[] silent)
    {
        Assert.Contains(Pictures.Secret, Encoding.Latin1.GetString(talkative), StringComparison.Ordinal);

        Assert.Equal((kind, Convert.ToHexString(silent)), (kind, Convert.ToHexString(ImageMetadata.Strip(talkative)!)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(8)]
    public void A_photo_keeps_which_way_is_up(int orientation)
    {
        var clean = ImageMetadata.Strip(Pictures.Jpeg(40, 30, orientation, isTalkative: true))!;

        Assert.Equal(orientation, JpegOrientation.Of(clean));
        Assert.DoesNotContain(Pictures.Secret, Encoding.Latin1.GetString(clean), StringComparison.Ordinal);
    }

    [Fact]
    public void Cleaning_twice_changes_nothing()
    {
        var once = ImageMetadata.Strip(Pictures.Jpeg(40, 30, 6, isTalkative: true))!;

        Assert.Equal(once, ImageMetadata.Strip(once));
    }

    [Fact]
    public void A_photo_that_breaks_off_is_refused() => Assert.Null(ImageMetadata.Strip(Pictures.Jpeg(40, 30)[..^4]));

    [Fact]
    public void A_screenshot_that_breaks_off_is_refused() => Assert.Null(ImageMetadata.Strip(Pictures.Png(40, 30)[..^10]));

    [Fact]
    public void Other_files_come_back_unchanged()
    {
        var content = "%PDF-1.7 …"u8.ToArray();

        Assert.Same(content, ImageMetadata.Strip(content));
    }
}
