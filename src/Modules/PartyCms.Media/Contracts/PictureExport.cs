using PartyCms.Media.Files;
using PartyCms.Media.Resizing;
using PartyCms.Media.Storage;

namespace PartyCms.Media.Contracts;

/// <summary>How an export of a picture ended.</summary>
public enum PictureExportState
{
    /// <summary>The picture is there.</summary>
    Ready,

    /// <summary>The address is none of this site's pictures, or the file is gone.</summary>
    Missing,

    /// <summary>It is no picture, or cannot be turned into JPEG or PNG here.</summary>
    Unreadable,

    /// <summary>It stays larger than allowed however much it is reduced.</summary>
    TooLarge,
}

/// <summary>A picture for another system.</summary>
/// <param name="State">Whether it is there.</param>
/// <param name="Bytes">Its content; empty unless it is ready.</param>
/// <param name="Format"><c>jpg</c> or <c>png</c>; empty unless it is ready.</param>
public sealed record ExportedPicture(PictureExportState State, ReadOnlyMemory<byte> Bytes, string Format)
{
    internal static ExportedPicture Failed(PictureExportState state) => new(state, default, "");
}

/// <summary>
/// Gives pictures of this site to systems that take only JPEG and PNG of a limited size. It reads stored files and drawn
/// covers and never fetches anything from the network.
/// </summary>
public sealed class PictureExport
{
    // From what phones make of a photo down to what still can be recognized.
    private static readonly (int Width, int Quality)[] Reductions = [(1600, 85), (1280, 80), (960, 75), (720, 70), (480, 60)];

    private readonly IMediaStore _store;
    private readonly MediaFolders _folders;
    private readonly PictureConversion _conversion;

    internal PictureExport(IMediaStore store, MediaFolders folders, PictureConversion conversion)
    {
        _store = store;
        _folders = folders;
        _conversion = conversion;
    }

    /// <summary>Address of a cover that is drawn for whatever has none of its own; the same for the same seed.</summary>
    public static string DrawnCover(string seed) => $"/media/covers/hills-{seed}.svg";

    /// <summary>Says without much work whether a picture can be exported; only its size stays open.</summary>
    /// <param name="address">Path on this site, such as <c>/media/2026/09/0f….webp</c>, decoded, without query.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<PictureExportState> CheckAsync(string address, CancellationToken cancellationToken) =>
        PictureSource.Of(address) is { } source ? await StateOfAsync(source, cancellationToken) : PictureExportState.Missing;

    /// <summary>Reads a picture as JPEG or PNG, reduced where it is too large.</summary>
    /// <param name="address">Path on this site, such as <c>/media/2026/09/0f….webp</c>, decoded, without query.</param>
    /// <param name="mostBytes">The most it may have.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ExportedPicture> ReadAsync(string address, int mostBytes, CancellationToken cancellationToken)
    {
        if (PictureSource.Of(address) is not { } source)
        {
            return ExportedPicture.Failed(PictureExportState.Missing);
        }

        var state = await StateOfAsync(source, cancellationToken);
        if (state != PictureExportState.Ready)
        {
            return ExportedPicture.Failed(state);
        }

        if (source.File is not { } file)
        {
            return await ReadDrawnAsync(source.Drawing!, mostBytes, cancellationToken);
        }

        return await _store.LocateAsync(file.Value, cancellationToken) is not { } location
            ? ExportedPicture.Failed(PictureExportState.Missing)
            : (file.Type == MediaType.Jpeg || file.Type == MediaType.Png) && new FileInfo(location).Length <= mostBytes
                ? new ExportedPicture(PictureExportState.Ready, await File.ReadAllBytesAsync(location, cancellationToken), file.Type.Extension)
                : await ReduceAsync(location, isOurs: false, mostBytes, cancellationToken);
    }

    private async Task<PictureExportState> StateOfAsync(PictureSource source, CancellationToken cancellationToken)
    {
        if (source.File is { } file && !await _store.ContainsAsync(file.Value, cancellationToken))
        {
            return PictureExportState.Missing;
        }

        var needsTool = source.File?.Type is not { } type || (type != MediaType.Jpeg && type != MediaType.Png);
        return source.File is { Type.IsImage: false } || (needsTool && !_conversion.IsPossible)
            ? PictureExportState.Unreadable
            : PictureExportState.Ready;
    }

    private async Task<ExportedPicture> ReadDrawnAsync(string svg, int mostBytes, CancellationToken cancellationToken)
    {
        var drawn = _folders.NewIncoming() + ".svg";
        try
        {
            await File.WriteAllTextAsync(drawn, svg, cancellationToken);
            return await ReduceAsync(drawn, isOurs: true, mostBytes, cancellationToken);
        }
        finally
        {
            File.Delete(drawn);
        }
    }

    private async Task<ExportedPicture> ReduceAsync(string location, bool isOurs, int mostBytes, CancellationToken cancellationToken)
    {
        if (!_conversion.IsPossible)
        {
            return ExportedPicture.Failed(PictureExportState.TooLarge);
        }

        foreach (var (width, quality) in Reductions)
        {
            if (await _conversion.ToJpegAsync(location, isOurs, width, quality, cancellationToken) is not { } bytes)
            {
                return ExportedPicture.Failed(PictureExportState.Unreadable);
            }

            if (bytes.Length <= mostBytes)
            {
                return new ExportedPicture(PictureExportState.Ready, bytes, "jpg");
            }
        }

        return ExportedPicture.Failed(PictureExportState.TooLarge);
    }
}
