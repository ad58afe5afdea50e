using System.Text.Json.Nodes;
using PartyCms.Kernel.Security;

namespace PartyCms.Kernel.Content.Importing;

/// <summary>An imported version as it would be stored: cleaned, with its title, branch and permalink found.</summary>
internal sealed record PreparedImport(
    JsonObject Parts,
    string? DisplayText,
    Guid? OrgUnitId,
    string? Path,
    List<ContentProblem> Problems,
    IReadOnlyList<string> Changed)
{
    /// <summary>Whether the stored row says the same; what the file does not say is not compared.</summary>
    public bool IsSameAs(ContentItem stored, ImportedVersion version) =>
        stored.DisplayText == DisplayText
        && stored.Path == Path
        && (version.Owner is null || version.Owner == stored.Owner)
        && (version.Author is null || version.Author == stored.Author)
        && IsSame(version.CreatedUtc, stored.CreatedUtc)
        && IsSame(version.ModifiedUtc, stored.ModifiedUtc)
        && IsSame(version.PublishedUtc, stored.PublishedUtc)
        && SameContent.Equal(Parts, stored.Parts);

    /// <summary>Writes it into a row. What the file does not say stays, or is what a new item gets.</summary>
    public void CopyTo(ContentItem item, ImportedVersion version, Caller caller, DateTimeOffset now)
    {
        item.DisplayText = DisplayText;
        item.OrgUnitId = OrgUnitId;
        item.Path = Path;
        item.Owner = version.Owner ?? item.Owner ?? (version.IsOwnerGiven ? null : caller.Id);
        item.Author = version.Author ?? item.Author ?? caller.Name;
        item.CreatedUtc = version.CreatedUtc ?? item.CreatedUtc ?? version.PublishedUtc ?? now;
        item.ModifiedUtc = version.ModifiedUtc ?? now;
        item.PublishedUtc = version.PublishedUtc ?? item.PublishedUtc ?? (version.Published ? now : null);
        item.Store(Parts);
    }

    private static bool IsSame(DateTimeOffset? given, DateTimeOffset? stored) => given is null || SameContent.Equal(given, stored);
}
