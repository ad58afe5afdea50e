using PartyCms.Media.Files;

namespace PartyCms.UnitTests.Media;

public sealed class ImageSizeTests
{
    public static TheoryData<string, byte[]> Pictures4032 => new()
    {
        { "jpeg", Pictures.Jpeg(4032, 3024) },
        { "jpeg with everything", Pictures.Jpeg(4032, 3024, isTalkative: true) },
        { "jpeg upside down", Pictures.Jpeg(4032, 3024, orientation: 3) },
        { "jpeg on its side", Pictures.Jpeg(3024, 4032, orientation: 6) },
        { "png", Pictures.Png(4032, 3024) },
        { "gif", Pictures.Gif(4032, 3024) },
        { "webp", Pictures.WebP(4032, 3024) },
        { "lossless webp", Pictures.LosslessWebP(4032, 3024) },
        { "lossy webp", Pictures.LossyWebP(4032, 3024) },
    };

    [Theory]
    [MemberData(nameof(Pictures4032))]
    public void The_size_is_read_as_the_picture_is_shown(string kind, byte[] content) =>
        Assert.Equal((kind, new ImageSize(4032, 3024)), (kind, ImageSize.Of(content)!.Value));

    [Fact]
    public void A_picture_without_extent_has_no_size() => Assert.Null(ImageSize.Of(Pictures.Png(0, 10)));

    [Theory]
    [MemberData(nameof(Pictures4032))]
    public void Cut_and_damaged_headers_never_break_the_reading(string kind, byte[] content)
    {
        var random = new Random(kind.Length);
        for (var length = 0; length < content.Length; length++)
        {
            _ = ImageSize.Of(content.AsSpan(0, length));
        }

        for (var round = 0; round < 5000; round++)
        {
            var damaged = (byte[])content.Clone();
            for (var change = 0; change <= round % 6; change++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            var cut = damaged[..random.Next(damaged.Length + 1)];
            _ = ImageSize.Of(cut);
            _ = ImageMetadata.Strip(cut);
        }

        Assert.NotNull(ImageSize.Of(content));
    }
}
