namespace PartyCms.Media.Storage;

/// <summary>Settings of section <c>Cms:Media</c>; they need a restart.</summary>
internal sealed class MediaOptions
{
    public const string SectionName = "Cms:Media";

    /// <summary>Value of <see cref="Storage" /> for files below <c>Cms:DataPath</c>.</summary>
    public const string DiskStorage = "Disk";

    /// <summary>Value of <see cref="Storage" /> for an S3-compatible service.</summary>
    public const string S3Storage = "S3";

    public string Storage { get; set; } = DiskStorage;

    /// <summary>The service, where <see cref="Storage" /> is S3.</summary>
    public S3Options S3 { get; set; } = new();
}

/// <summary>Settings of section <c>Cms:Media:S3</c>.</summary>
internal sealed class S3Options
{
    /// <summary>Origin of the service, such as <c>https://oss-cn-shanghai.aliyuncs.com</c>; empty for Amazon's own.</summary>
    public string Endpoint { get; set; } = "";

    public string Bucket { get; set; } = "";

    public string AccessKey { get; set; } = "";

    public string SecretKey { get; set; } = "";

    public string Region { get; set; } = "us-east-1";

    /// <summary>Whether the bucket stands in the path and not in the host name; most services of one's own want it.</summary>
    public bool ForcePathStyle { get; set; } = true;

    /// <summary>Megabytes of copies that this machine keeps; the longest unread go first.</summary>
    public int CacheMegabytes { get; set; } = 2048;
}
