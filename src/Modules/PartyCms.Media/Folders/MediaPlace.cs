namespace PartyCms.Media.Folders;

/// <summary>Where files stand: in a folder, or at the top of a unit or of the platform.</summary>
/// <param name="OrgUnitId">The unit; null for the platform.</param>
/// <param name="Slug">First segment of its paths: the unit's slug, or <see cref="SiteSlug" />.</param>
/// <param name="UnitName">Name of the unit.</param>
/// <param name="Folder">The folder; null at the top.</param>
internal sealed record MediaPlace(Guid? OrgUnitId, string Slug, string UnitName, MediaFolder? Folder)
{
    /// <summary>Stands for the platform; no unit's slug has an underscore.</summary>
    public const string SiteSlug = "_site";

    /// <summary>Path for programs, such as <c>qinghe/2026/主题党日</c>.</summary>
    public string Path => Folder is null ? Slug : $"{Slug}/{Folder.Path}";

    public string Name => Folder?.Name ?? UnitName;

    /// <summary>Its address in the administration.</summary>
    public string Href => Folder is null ? "/admin/media?unit=" + Slug : "/admin/media?folder=" + Folder.Id.ToString("N");
}
