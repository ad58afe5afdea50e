namespace PartyCms.Media.Files;

/// <summary>Says by its first bytes, its name and its length whether a file is taken at all.</summary>
internal static class FileInspection
{
    /// <summary>What is wrong with a file; null where nothing is.</summary>
    /// <param name="head">The first <see cref="MediaType.SignatureLength" /> bytes, or all of a shorter file.</param>
    /// <param name="length">Bytes of the whole file.</param>
    /// <param name="name">Its name on the device it comes from.</param>
    public static UploadOutcome.Refused? Check(ReadOnlySpan<byte> head, long length, string name)
    {
        if (length == 0)
        {
            return new("empty", "文件是空的，请重新选择。");
        }

        if (MediaType.Of(head) is not { } type)
        {
            return new("unknown-type", UnknownRemedy(ExtensionOf(name)));
        }

        var most = type.IsImage ? MediaLimits.LargestPicture : MediaLimits.LargestFile;
        return length > most ? new(UploadOutcome.TooLarge, MediaLimits.TooLarge(most)) : CheckName(name, type);
    }

    /// <summary>What is wrong where a name says another kind than the content is; null where nothing is.</summary>
    public static UploadOutcome.Refused? CheckName(string name, MediaType type) =>
        ExtensionOf(name) is { Length: > 0 } extension && !Fits(extension, type)
            ? new("mismatch", $"文件名说它是 {extension}，内容却是 {type.Extension}。请用原来的程序另存为 {type.Extension} 再传。")
            : null;

    private static string ExtensionOf(string name) => Path.GetExtension(name).TrimStart('.').ToLowerInvariant();

    private static string UnknownRemedy(string extension) => extension switch
    {
        "heic" or "heif" or "avif" => "不支持 HEIC 照片。请在手机相机设置里选“兼容性最佳”，或另存为 JPG 再传。",
        "svg" => "不支持 SVG 图片，它可能带有脚本。请导出为 PNG 再传。",
        "doc" or "docx" or "xls" or "xlsx" or "ppt" or "pptx" or "wps" or "et" => "请把文档另存为 PDF 再传，手机上才好打开。",
        "mov" or "avi" or "wmv" or "mkv" => "请把视频转成 MP4 再传。",
        _ => "只能上传 JPG、PNG、GIF、WebP 图片，PDF 文件，MP4 视频和 MP3 音频。请另存为其中一种再传。",
    };

    private static bool Fits(string extension, MediaType type) => extension switch
    {
        "jpeg" or "jpe" or "jfif" => type == MediaType.Jpeg,
        "m4v" => type == MediaType.Mp4,
        _ => MediaType.OfExtension(extension) is not { } named || named == type,
    };
}
