using System.Globalization;
using Microsoft.Extensions.Logging;
using PartyCms.Media.Files;
using PartyCms.Media.Storage;

namespace PartyCms.Media.Resizing;

/// <summary>
/// Makes smaller pictures for phones, once for each picture and width. Where the tool is missing, and for whatever it
/// cannot read, the original is served.
/// </summary>
internal sealed class ImageResizer(IMediaStore store, MediaFolders folders, ILogger<ImageResizer> logger) : IDisposable
{
    private readonly ThumbnailTool _tool = new(logger);

    // Each run may take a hundred megabytes for a moment; two at a time keep a small server alive.
    private readonly SemaphoreSlim _places = new(2);

    /// <summary>Widths in pixels that may be asked for: a card, an article on a phone, a desktop.</summary>
    public static IReadOnlyList<int> Widths { get; } = [480, 960, 1600];

    /// <summary>Location of the picture at most as wide as asked; null where the original is to be served.</summary>
    public async Task<string?> GetAsync(MediaPath path, int width, CancellationToken cancellationToken)
    {
        if (!_tool.IsInstalled || !path.Type.IsImage || path.Type == MediaType.Gif)
        {
            return null;
        }

        var key = path.VariantOf(width);
        if (await store.LocateAsync(key, cancellationToken) is { } location)
        {
            return location;
        }

        await _places.WaitAsync(cancellationToken);
        try
        {
            return await store.LocateAsync(key, cancellationToken) is { } made
                ? made
                : await MakeAsync(path, key, width, cancellationToken);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _places.Dispose();

    private async Task<string?> MakeAsync(MediaPath path, string key, int width, CancellationToken cancellationToken)
    {
        if (await store.LocateAsync(path.Value, cancellationToken) is not { } original)
        {
            return null;
        }

        var made = folders.NewIncoming() + "." + path.Type.Extension;
        try
        {
            var size = string.Create(CultureInfo.InvariantCulture, $"{width}x>");
            var options = path.Type == MediaType.Png ? "[strip]" : "[Q=80,strip]";
            if (!await _tool.RunAsync(original, size, made + options, folders.Incoming, cancellationToken) || !File.Exists(made))
            {
                return null;
            }

            await store.PutAsync(key, made, path.Type.ContentType, cancellationToken);
            return await store.LocateAsync(key, cancellationToken);
        }
        finally
        {
            File.Delete(made);
        }
    }
}
