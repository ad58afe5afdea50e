using System.Security.Cryptography;
using PartyCms.Media.Storage;

namespace PartyCms.Media.Files;

/// <summary>A file as it will be kept.</summary>
/// <param name="Location">Where it stands now.</param>
/// <param name="Size">Pixels, of a picture.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Of its bytes, lower-case hexadecimal.</param>
internal sealed record CleanFile(string Location, ImageSize? Size, long Length, string Sha256);

/// <summary>
/// Takes out of a picture what readers must not get. A picture is read whole for it, two at a time; every other kind of
/// file stays on disk as it is.
/// </summary>
internal sealed class FileCleaning(MediaFolders folders) : IDisposable
{
    private readonly SemaphoreSlim _places = new(2);

    /// <summary>The clean file: the same one, or another beside it that the caller deletes; or what is wrong with it.</summary>
    public async Task<(CleanFile? Clean, UploadOutcome.Refused? Refusal)> RunAsync(
        string location, MediaType type, CancellationToken cancellationToken)
    {
        if (!type.IsImage)
        {
            return (await DescribeAsync(location, null, cancellationToken), null);
        }

        await _places.WaitAsync(cancellationToken);
        try
        {
            var content = await File.ReadAllBytesAsync(location, cancellationToken);
            if (ImageSize.Of(content) is not { } size || ImageMetadata.Strip(content) is not { } clean)
            {
                return (null, new("damaged", "这张图片已损坏，打不开。请重新拍摄或导出后再传。"));
            }

            if (size.Pixels > ImageSize.MostPixels)
            {
                return (null, new("too-many-pixels", "图片尺寸太大，请缩小到 1 亿像素以内再传。"));
            }

            var target = folders.NewIncoming();
            await File.WriteAllBytesAsync(target, clean, cancellationToken);
            return (await DescribeAsync(target, size, cancellationToken), null);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _places.Dispose();

    private static async Task<CleanFile> DescribeAsync(string location, ImageSize? size, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(location);
        return new(location, size, file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)));
    }
}
