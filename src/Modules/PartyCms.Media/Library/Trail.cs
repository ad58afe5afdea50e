using PartyCms.Media.Folders;

namespace PartyCms.Media.Library;

/// <summary>One step of the way from a unit's top to a place.</summary>
internal sealed record TrailStep(Guid? FolderId, string Name, string Href);

/// <summary>The way from a unit's top to a place, the place itself last.</summary>
internal static class Trail
{
    /// <param name="place">Where it leads.</param>
    /// <param name="folders">All folders of the unit.</param>
    public static IReadOnlyList<TrailStep> Of(MediaPlace place, IReadOnlyList<MediaFolder> folders)
    {
        var steps = new List<TrailStep>();
        for (var folder = place.Folder; folder is not null; folder = folders.FirstOrDefault(row => row.Id == folder.ParentId))
        {
            var href = (place with { Folder = folder }).Href;
            steps.Insert(0, new(folder.Id, folder.Name, href));
        }

        steps.Insert(0, new(null, place.UnitName, (place with { Folder = null }).Href));
        return steps;
    }
}
