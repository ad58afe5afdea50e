using System.Security.Cryptography;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;

namespace PartyCms.Media.Files;

/// <summary>What became of an upload.</summary>
internal abstract record UploadOutcome
{
    private UploadOutcome()
    {
    }

    public sealed record Stored(MediaFile File) : UploadOutcome;

    /// <summary>Not taken; the text tells the person what to do.</summary>
    public sealed record Refused(string Code, string Remedy) : UploadOutcome;
}

/// <summary>Takes a file: looks at its bytes, cleans it, keeps it, and remembers whose it is.</summary>
internal sealed class UploadMedia(CmsDbContext db, MediaStore store, Caller caller, AuditLog audit, SiteTime time)
{
    public const int MostBytes = 20 * 1024 * 1024;

    public async Task<UploadOutcome> RunAsync(byte[] content, string name, string alt, CancellationToken cancellationToken)
    {
        if (Inspect(content, name) is { } refusal)
        {
            return refusal;
        }

        var type = MediaType.Of(content)!;
        var size = ImageSize.Of(content);
        if (ImageMetadata.Strip(content) is not { } clean || (type.IsImage && size is null))
        {
            return new UploadOutcome.Refused("damaged", "这张图片已损坏，打不开。请重新拍摄或导出后再传。");
        }

        if (size is { Pixels: > ImageSize.MostPixels })
        {
            return new UploadOutcome.Refused("too-many-pixels", "图片尺寸太大，请缩小到 1 亿像素以内再传。");
        }

        var file = await FileAsync(clean, type, size, name, alt, cancellationToken);
        var known = await db.Set<MediaFile>()
            .SingleOrDefaultAsync(row => row.OrgUnitId == file.OrgUnitId && row.Sha256 == file.Sha256, cancellationToken);
        if (known is not null)
        {
            known.Alt = known.Alt.Length == 0 ? file.Alt : known.Alt;
            await db.SaveChangesAsync(cancellationToken);
            return new UploadOutcome.Stored(known);
        }

        await store.WriteAsync(MediaPath.Parse(file.Path)!, clean, cancellationToken);
        db.Add(file);
        audit.Add("media.uploaded", file.Id.ToString("N"), file.OriginalName);
        await db.SaveChangesAsync(cancellationToken);
        return new UploadOutcome.Stored(file);
    }

    private static UploadOutcome.Refused? Inspect(byte[] content, string name)
    {
        var type = MediaType.Of(content);
        var extension = Path.GetExtension(name).TrimStart('.').ToLowerInvariant();
        return content.Length == 0
            ? new("empty", "文件是空的，请重新选择。")
            : content.Length > MostBytes
                ? new("too-large", "文件超过 20 MB。请压缩后再传；视频请截短或降低清晰度。")
                : type is null
                    ? new("unknown-type", UnknownRemedy(extension))
                    : extension.Length > 0 && !Fits(extension, type)
                        ? new("mismatch", $"文件名说它是 {extension}，内容却是 {type.Extension}。请用原来的程序另存为 {type.Extension} 再传。")
                        : null;
    }

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

    // The unit goes into the name, so that the same picture of two branches is two files and each may delete its own.
    private async Task<MediaFile> FileAsync(
        byte[] clean, MediaType type, ImageSize? size, string name, string alt, CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        var scope = caller.ScopeOf(MediaPermissions.Upload);
        var unit = scope.IsEverywhere ? (Guid?)null : scope.Roots[0];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(clean);
        hash.AppendData((unit ?? Guid.Empty).ToByteArray());
        var path = MediaPath.For(time.Today, Convert.ToHexStringLower(hash.GetHashAndReset()), type);
        return new MediaFile
        {
            Id = Guid.CreateVersion7(time.Now),
            Path = path.Value,
            OriginalName = Shorten(Path.GetFileName(name), MediaFileConfiguration.NameLength),
            ContentType = type.ContentType,
            Size = clean.Length,
            Width = size?.Width,
            Height = size?.Height,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(clean)),
            Alt = Shorten(alt.Trim(), MediaFileConfiguration.AltLength),
            OrgUnitId = unit,
            UploadedBy = caller.Id,
            UploadedByName = caller.Name,
            UploadedUtc = time.Now,
        };
    }

    private static string Shorten(string text, int length) => text.Length <= length ? text : text[..length];
}
