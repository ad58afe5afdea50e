using PartyCms.Media.Storage;

namespace PartyCms.UnitTests.Media;

public sealed class MediaOptionsTests
{
    private readonly MediaOptionsValidation _validation = new();

    [Fact]
    public void The_disk_needs_no_settings() => Assert.True(_validation.Validate(null, new MediaOptions()).Succeeded);

    [Fact]
    public void A_whole_bucket_is_accepted() => Assert.True(_validation.Validate(null, Bucket()).Succeeded);

    [Theory]
    [InlineData("Azure", "b", "k", "s", "", "Cms:Media:Storage")]
    [InlineData("S3", "", "k", "s", "", "Cms:Media:S3:Bucket")]
    [InlineData("S3", "b", " ", "s", "", "Cms:Media:S3:AccessKey")]
    [InlineData("S3", "b", "k", "", "", "Cms:Media:S3:SecretKey")]
    [InlineData("S3", "b", "k", "s", "s3.example.cn", "Cms:Media:S3:Endpoint")]
    public void What_is_wrong_is_told_in_one_line_with_its_key(
        string storage, string bucket, string access, string secret, string endpoint, string key)
    {
        var options = new MediaOptions
        {
            Storage = storage,
            S3 = new() { Bucket = bucket, AccessKey = access, SecretKey = secret, Endpoint = endpoint },
        };

        var failure = Assert.Single(_validation.Validate(null, options).Failures!);

        Assert.StartsWith(key, failure, StringComparison.Ordinal);
    }

    private static MediaOptions Bucket() => new()
    {
        Storage = MediaOptions.S3Storage,
        S3 = new() { Bucket = "media", AccessKey = "k", SecretKey = "s", Endpoint = "https://oss-cn-shanghai.aliyuncs.com" },
    };
}
