using System.Globalization;
using System.Text.Json.Nodes;
using PartyCms.Kernel.Content.Importing;
using PartyCms.Kernel.Content.Permalinks;

namespace PartyCms.Kernel.Content;

public sealed partial class ContentPreparation
{
    private static readonly (string Name, int Longest, Func<ImportedVersion, string?> Of)[] BaseLengths =
    [
        ("ContentItemId", 64, version => version.ContentItemId),
        ("ContentItemVersionId", 64, version => version.ContentItemVersionId),
        ("ContentType", 128, version => version.ContentType),
        ("DisplayText", TitleLength, version => version.DisplayText),
        ("Owner", 64, version => version.Owner),
        ("Author", 256, version => version.Author),
    ];

    /// <summary>Makes an imported version ready to be stored, and tells what would not be stored as given.</summary>
    /// <param name="version">The version as imported. Not changed.</param>
    /// <param name="stored">The row of the same version, or null.</param>
    /// <param name="pathOwners">Items that hold the addresses this batch asks for, by address.</param>
    /// <param name="claimed">Addresses taken within this batch, with their items; this one's is added.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    internal async Task<PreparedImport> PrepareAsync(
        ImportedVersion version, ContentItem? stored, ILookup<string, string> pathOwners, Dictionary<string, string> claimed,
        CancellationToken cancellationToken)
    {
        var problems = new List<ContentProblem>();
        CheckBase(version, stored, problems);
        var parts = version.Parts.DeepClone().AsObject();
        SanitiseBodies(parts);
        var title = string.IsNullOrWhiteSpace(version.DisplayText) ? parts.Text(ContentParts.Title) : version.DisplayText;
        var type = definitions.FindType(version.ContentType);
        if (version.Latest || version.Published)
        {
            if (type is not null)
            {
                CheckTitle(title ?? "", type, problems);
            }

            CheckLengths(parts, problems);
            CheckCover(parts, problems);
        }

        var branch = type is null || !(version.Latest || version.Published)
            ? Guid.TryParse(parts.Text(ContentParts.Branch), out var given) ? given : (Guid?)null
            : FindBranch(parts, type, problems);
        var path = type is not { HasAddress: true }
            ? null
            : version is { Latest: false, Published: false }
                ? PermalinkFinder.Wanted(parts, type)
                : await FindPathAsync(version, parts, title, type, stored, problems, pathOwners, claimed, cancellationToken);
        if (path is not null)
        {
            parts.Set(ContentParts.Permalink, path);
        }

        var changed = new List<string>();
        Compare(version.Parts, parts, "", changed);
        return new PreparedImport(parts, title, branch, path, problems, changed);
    }

    private static void CheckBase(ImportedVersion version, ContentItem? stored, List<ContentProblem> problems)
    {
        if (version.ContentItemId.Length == 0)
        {
            problems.Add(new ContentProblem("ContentItemId", "这条内容没有编号，请补上 ContentItemId。", "The content item has no ContentItemId."));
        }

        if (version.ContentType.Length == 0)
        {
            problems.Add(new ContentProblem("ContentType", "这条内容没有类型，请补上 ContentType。", "A value is required for ContentType."));
        }

        foreach (var (name, longest, of) in BaseLengths)
        {
            if (of(version)?.Length > longest)
            {
                problems.Add(new ContentProblem(
                    name, $"这一项最多 {longest} 个字，请缩短。", $"At most {longest} characters are allowed."));
            }
        }

        if (stored is not null && (stored.ContentItemId != version.ContentItemId || stored.ContentType != version.ContentType))
        {
            problems.Add(new ContentProblem(
                "ContentItemVersionId",
                "这个版本编号已属于另一条内容或另一种类型，请换一个。",
                "The version id belongs to another item or type here. Give another one, or none."));
        }
    }

    private async Task<string> FindPathAsync(
        ImportedVersion version, JsonObject parts, string? title, ContentType type, ContentItem? stored, List<ContentProblem> problems,
        ILookup<string, string> pathOwners, Dictionary<string, string> claimed, CancellationToken cancellationToken)
    {
        var path = PermalinkFinder.Wanted(parts, type);
        if (path is null)
        {
            path = stored?.Path ?? await MakePathAsync(version, parts, title, type, claimed, cancellationToken);
        }
        else if (type.PathPrefix.Length == 0 && PermalinkRules.Check(path) is { } fault)
        {
            problems.Add(fault);
        }
        else if (pathOwners[path].Any(owner => owner != version.ContentItemId)
            || (claimed.TryGetValue(path, out var other) && other != version.ContentItemId))
        {
            problems.Add(new ContentProblem(
                ContentParts.Permalink, $"网址“{path}”已被别的内容使用，请换一个。", "Your permalink is already in use."));
        }

        claimed[path] = version.ContentItemId;
        return path;
    }

    // Free in the database and within the batch, whose rows are not written yet.
    private async Task<string> MakePathAsync(
        ImportedVersion version, JsonObject parts, string? title, ContentType type, Dictionary<string, string> claimed,
        CancellationToken cancellationToken)
    {
        var item = new ContentItem
        {
            ContentItemId = version.ContentItemId,
            ContentItemVersionId = "",
            ContentType = version.ContentType,
            DisplayText = title,
        };
        var start = await permalinks.FindAsync(parts, type, item, [], cancellationToken);
        var free = start;
        for (var n = 2; claimed.ContainsKey(free) || (n > 2 && await permalinks.IsTakenAsync(free, version.ContentItemId, cancellationToken)); n++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{start}-{n}");
        }

        return free;
    }

    private static void Compare(JsonNode? given, JsonNode? kept, string path, List<string> changed)
    {
        if (given is JsonObject one && kept is JsonObject other)
        {
            foreach (var (name, value) in one)
            {
                Compare(value, other[name], path.Length == 0 ? name : $"{path}.{name}", changed);
            }
        }
        else if (given is JsonArray list && kept is JsonArray stored && list.Count == stored.Count)
        {
            for (var i = 0; i < list.Count; i++)
            {
                Compare(list[i], stored[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), changed);
            }
        }
        else if (given is not null && !JsonNode.DeepEquals(given, kept))
        {
            changed.Add(path);
        }
    }
}
