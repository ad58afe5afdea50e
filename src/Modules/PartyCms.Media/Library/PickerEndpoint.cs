using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PartyCms.Kernel.Time;
using PartyCms.Media.Files;
using PartyCms.Media.Folders;

namespace PartyCms.Media.Library;

/// <summary>What the picker of the editor shows: one page of a place, for the signed-in person.</summary>
internal static class PickerEndpoint
{
    private const int PageSize = 24;

    public static void MapPicker(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/admin/media/items", List).WithName("ListMediaItems")
            .RequireAuthorization(MediaPermissions.Upload).ExcludeFromDescription();

    private static async Task<Results<Ok<PickerPage>, NotFound>> List(
        HttpContext http, MediaPlaces places, ListMedia list, SiteTime time, CancellationToken cancellationToken,
        Guid? folder = null, string? unit = null, string? q = null, string? kind = null, string? after = null)
    {
        if (await places.FindAsync(folder, unit, cancellationToken) is not { } place)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = "no-store";
        var search = q is { Length: > ListMedia.LongestSearch } ? q[..ListMedia.LongestSearch] : q;
        var filter = new MediaFilter(place, search, Kinds.Parse(kind), after, PageSize);
        var page = await list.RunAsync(filter, cancellationToken);
        var folders = await places.ListAsync(place, cancellationToken);
        var tops = await places.TopsAsync(cancellationToken);
        var trail = Trail.Of(place, await places.AllAsync(place, cancellationToken));
        return TypedResults.Ok(new PickerPage(
            [.. tops.Select(top => new PickerUnit(top.Slug, top.Name, top.OrgUnitId == place.OrgUnitId))],
            [.. trail.Select(step => new PickerFolder(step.FolderId, step.Name))],
            [.. folders.Select(row => new PickerFolder(row.Id, row.Name))],
            [.. page.Files.Select(file => new PickerFile(
                file.Id, file.OriginalName, MediaPath.UrlOf(file.Path), file.IsImage, file.Alt, file.Width, file.Height, file.ContentType,
                time.FormatDay(file.UploadedUtc)))],
            page.Next));
    }
}

/// <summary>One page of the picker.</summary>
internal sealed record PickerPage(
    IReadOnlyList<PickerUnit> Units, IReadOnlyList<PickerFolder> Trail, IReadOnlyList<PickerFolder> Folders,
    IReadOnlyList<PickerFile> Files, string? Next);

/// <summary>A unit whose library may be opened.</summary>
internal sealed record PickerUnit(string Slug, string Name, bool IsCurrent);

/// <summary>A folder; without id the top of the unit.</summary>
internal sealed record PickerFolder(Guid? Id, string Name);

/// <summary>A file to choose.</summary>
internal sealed record PickerFile(
    Guid Id, string Name, string Url, bool IsImage, string Alt, int? Width, int? Height, string ContentType, string Day);
