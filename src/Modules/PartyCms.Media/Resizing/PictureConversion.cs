using System.Globalization;
using Microsoft.Extensions.Logging;
using PartyCms.Media.Storage;

namespace PartyCms.Media.Resizing;

/// <summary>Turns pictures into JPEG, one at a time so that a small server stays alive.</summary>
internal sealed class PictureConversion(MediaFolders folders, ILogger<PictureConversion> logger) : IDisposable
{
    private readonly ThumbnailTool _tool = new(logger);

    private readonly SemaphoreSlim _place = new(1);

    /// <summary>Whether the tool is installed.</summary>
    public bool IsPossible => _tool.IsInstalled;

    /// <summary>The picture as JPEG on white, at most as wide as asked; null where the tool cannot read it.</summary>
    /// <param name="location">Of the file.</param>
    /// <param name="isOurs">Whether the site made the file itself, so that drawings may be read.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="quality">1 to 100.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<byte[]?> ToJpegAsync(string location, bool isOurs, int width, int quality, CancellationToken cancellationToken)
    {
        var made = folders.NewIncoming() + ".jpg";
        await _place.WaitAsync(cancellationToken);
        try
        {
            var size = string.Create(CultureInfo.InvariantCulture, $"{width}x>");
            var output = string.Create(CultureInfo.InvariantCulture, $"{made}[Q={quality},strip,background=255]");
            return await _tool.RunAsync(location, isOurs ? size.TrimEnd('>') : size, output, folders.Incoming, cancellationToken, isOurs)
                && File.Exists(made)
                ? await File.ReadAllBytesAsync(made, cancellationToken)
                : null;
        }
        finally
        {
            _place.Release();
            File.Delete(made);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _place.Dispose();
}
