using Microsoft.AspNetCore.Http.HttpResults;
using PartyCms.Media.Folders;

namespace PartyCms.Media.Api;

/// <summary>Lists folders; without a path the tops the client may write for.</summary>
internal static class ReadFolders
{
    private const int LargestTake = 500;

    public static async Task<Results<Ok<FoldersDocument>, ProblemHttpResult>> RunAsync(
        MediaPlaces places, CancellationToken cancellationToken, string? path = null, int skip = 0, int take = 0)
    {
        if (skip < 0 || take is < 0 or > LargestTake)
        {
            return MediaProblems.Invalid("take", FormattableString.Invariant($"skip is 0 or more, take goes from 1 to {LargestTake}."));
        }

        var most = take == 0 ? LargestTake : take;
        if (string.IsNullOrEmpty(path?.Trim('/')))
        {
            var tops = await places.TopsAsync(cancellationToken);
            var filled = await places.UnitsWithFoldersAsync(cancellationToken);
            return Page(tops, skip, most, top => filled.Contains(top.OrgUnitId ?? Guid.Empty));
        }

        if (await places.FindAsync(path, cancellationToken) is not { } place)
        {
            return MediaProblems.NoFolder();
        }

        var all = await places.AllAsync(place, cancellationToken);
        var within = all.Where(folder => folder.ParentId == place.Folder?.Id).Select(folder => place with { Folder = folder });
        return Page([.. within], skip, most, inner => all.Any(folder => folder.ParentId == inner.Folder!.Id));
    }

    private static Ok<FoldersDocument> Page(IReadOnlyList<MediaPlace> all, int skip, int take, Func<MediaPlace, bool> hasChildren) =>
        TypedResults.Ok(new FoldersDocument(
            [.. all.Skip(skip).Take(take).Select(place => MediaEntry.Of(place, hasChildren(place)))], all.Count > skip + take));
}
