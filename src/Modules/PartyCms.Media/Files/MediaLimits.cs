namespace PartyCms.Media.Files;

/// <summary>How large files may be.</summary>
internal static class MediaLimits
{
    /// <summary>Bytes of a picture: it is read whole when its metadata is taken out.</summary>
    public const int LargestPicture = 20 * 1024 * 1024;

    /// <summary>Bytes of any other file, when it comes in pieces.</summary>
    public const int LargestFile = 200 * 1024 * 1024;

    /// <summary>Bytes of a file that comes in one piece, by a form.</summary>
    public const int LargestForm = LargestPicture;

    /// <summary>Of a request with such a form: room for the boundaries and the other fields.</summary>
    public const int LargestFormRequest = LargestForm + (64 * 1024);

    public static string TooLarge(long most) =>
        FormattableString.Invariant($"文件超过 {most / (1024 * 1024)} MB。请压缩后再传；视频请截短或降低清晰度。");
}
