using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using PartyCms.Media.Folders;
using PartyCms.Media.Library;

namespace PartyCms.Media.Api;

/// <summary>Reads files.</summary>
internal static class ReadFiles
{
    private const int DefaultTake = 100;

    private const int LargestTake = 500;

    public static async Task<Results<Ok<IReadOnlyList<MediaEntry>>, ProblemHttpResult>> ListAsync(
        HttpContext http, MediaPlaces places, ListMedia list, CancellationToken cancellationToken,
        string? path = null, string? extensions = null, int? take = null, string? after = null)
    {
        if (take is < 1 or > LargestTake)
        {
            return MediaProblems.Invalid("take", FormattableString.Invariant($"The parameter take goes from 1 to {LargestTake}."));
        }

        if (!string.IsNullOrEmpty(after) && !ListMedia.IsCursor(after))
        {
            return MediaProblems.Invalid("after", "The parameter after comes from the header Link of an earlier answer.");
        }

        if (await places.FindAsync(path ?? "", orDefault: true, cancellationToken) is not { } place)
        {
            return MediaProblems.NoFolder();
        }

        var filter = new MediaFilter(place, null, MediaKind.All, after, take ?? DefaultTake) { Types = ExtensionList.Parse(extensions) };
        var page = await list.RunAsync(filter, cancellationToken);
        if (page.Next is { } next)
        {
            var address = QueryHelpers.AddQueryString(http.Request.Path, new Dictionary<string, string?>
            {
                ["path"] = place.Path,
                ["extensions"] = extensions,
                ["take"] = (take ?? DefaultTake).ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["after"] = next,
            }.Where(pair => pair.Value is not null));
            http.Response.Headers.Link = $"<{address}>; rel=\"next\"";
        }

        return TypedResults.Ok<IReadOnlyList<MediaEntry>>([.. page.Files.Select(file => MediaEntry.Of(file, place))]);
    }

    public static async Task<Results<Ok<MediaEntry>, ProblemHttpResult>> GetAsync(
        MediaPlaces places, CancellationToken cancellationToken, string path = "") =>
        await places.FindFileAsync(path, cancellationToken) is { } file
            ? TypedResults.Ok(MediaEntry.Of(file, await places.PlaceOfAsync(file, cancellationToken)))
            : MediaProblems.NoFile();
}
