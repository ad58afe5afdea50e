using System.Globalization;
using PartyCms.Kernel.Security;
using PartyCms.Media.Files;
using PartyCms.Media.Folders;

namespace PartyCms.Media.Library;

/// <summary>What to list.</summary>
/// <param name="Place">Where; null for everything the caller may see.</param>
/// <param name="Search">Part of a name or of a picture's text. A search looks into all folders of the place's unit.</param>
/// <param name="Kind">Kind of files.</param>
/// <param name="After">Where the page before ended, or null.</param>
/// <param name="Take">Most files, at least 1.</param>
internal sealed record MediaFilter(MediaPlace? Place, string? Search, MediaKind Kind, string? After, int Take)
{
    /// <summary>Media types to keep; null keeps all.</summary>
    public IReadOnlyList<string>? Types { get; init; }
}

/// <summary>One page of files, newest first.</summary>
/// <param name="Files">The files; not tracked.</param>
/// <param name="Next">To be passed as <see cref="MediaFilter.After" /> for the next page; null at the end.</param>
internal sealed record MediaPage(IReadOnlyList<MediaFile> Files, string? Next);

/// <summary>Lists files of the caller's part of the library, by keyset: what comes in meanwhile shifts nothing.</summary>
internal sealed class ListMedia(MediaPlaces places, Caller caller)
{
    public const int LongestSearch = 100;

    /// <summary>Whether a text is the end of some page, so that another can begin there.</summary>
    public static bool IsCursor(string after) => Parse(after) is not null;

    public async Task<MediaPage> RunAsync(MediaFilter filter, CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        var files = OfKind(places.Files.AsNoTracking(), filter.Kind);
        if (filter.Types is { } types)
        {
            files = files.Where(file => types.Contains(file.ContentType));
        }

        var isSearch = !string.IsNullOrWhiteSpace(filter.Search);
        if (filter.Place is { } place)
        {
            var (unit, folder) = (place.OrgUnitId, place.Folder?.Id);
            files = files.Where(file => file.OrgUnitId == unit && (isSearch || file.FolderId == folder));
        }

        if (isSearch)
        {
            var text = filter.Search!.Trim().ToLowerInvariant();
            files = files.Where(file => file.SearchText.Contains(text));
        }

        if (Parse(filter.After) is var (instant, path))
        {
#pragma warning disable CA1309 // The database compares; it knows no StringComparison.
            files = files.Where(file => file.UploadedUtc < instant
                || (file.UploadedUtc == instant && string.Compare(file.Path, path) < 0));
#pragma warning restore CA1309
        }

        var rows = await files.OrderByDescending(file => file.UploadedUtc).ThenByDescending(file => file.Path)
            .Take(filter.Take + 1).ToListAsync(cancellationToken);
        return rows.Count > filter.Take
            ? new(rows[..filter.Take], Key(rows[filter.Take - 1]))
            : new(rows, null);
    }

    private static IQueryable<MediaFile> OfKind(IQueryable<MediaFile> files, MediaKind kind) => kind switch
    {
        MediaKind.Image => files.Where(file => file.ContentType.StartsWith("image/")),
        MediaKind.Document => files.Where(file => file.ContentType == MediaType.Pdf.ContentType),
        MediaKind.Video => files.Where(file => file.ContentType.StartsWith("video/")),
        MediaKind.Audio => files.Where(file => file.ContentType.StartsWith("audio/")),
        MediaKind.All => files,
    };

    private static string Key(MediaFile file) =>
        file.UploadedUtc.UtcTicks.ToString(CultureInfo.InvariantCulture) + "-" + file.Path;

    private static (DateTimeOffset Instant, string Path)? Parse(string? key) =>
        key?.Split('-', 2) is [var ticks, var path]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= DateTime.MaxValue.Ticks
        && MediaPath.Parse(path) is not null
            ? (new DateTimeOffset(number, TimeSpan.Zero), path)
            : null;
}
