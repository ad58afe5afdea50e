using System.Text.Json.Nodes;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Text;

namespace PartyCms.Kernel.Content.Permalinks;

/// <summary>Finds the address of an item: the one that was asked for, or a free one made by the pattern of its type.</summary>
public sealed class PermalinkFinder(CmsDbContext db)
{
    private const int FirstNumbers = 16;

    internal async Task<string> FindAsync(
        JsonObject parts, ContentType type, ContentItem item, List<ContentProblem> problems, CancellationToken cancellationToken)
    {
        if (Wanted(parts, type) is { } path)
        {
            if (type.PathPrefix.Length == 0 && PermalinkRules.Check(path) is { } fault)
            {
                problems.Add(fault);
            }
            else if (await IsTakenAsync(path, item.ContentItemId, cancellationToken))
            {
                problems.Add(new ContentProblem(
                    ContentParts.Permalink, "这个网址已被别的内容使用，请换一个。", "Your permalink is already in use."));
            }

            return path;
        }

        var start = await FromPatternAsync(parts, type, item, cancellationToken);
        return await FindFreeAsync(start, item.ContentItemId, cancellationToken);
    }

    /// <summary>The address an item asks for, in the form its type gives it; null where it asks for none.</summary>
    internal static string? Wanted(JsonObject parts, ContentType type)
    {
        if (parts.Text(ContentParts.Permalink)?.Trim('/', ' ') is not { Length: > 0 } wanted)
        {
            return null;
        }

        if (type.PathPrefix.Length == 0)
        {
            return wanted;
        }

        // Of signs and pictures alone no name is left, and the prefix by itself is the address of the list.
        var name = Slug.From(WithoutPrefix(wanted, type));
        return name.Length == 0 ? null : $"{type.PathPrefix}/{name}";
    }

    private static string WithoutPrefix(string wanted, ContentType type) =>
        wanted.StartsWith(type.PathPrefix + "/", StringComparison.Ordinal) ? wanted[(type.PathPrefix.Length + 1)..] : wanted;

    private async Task<string> FromPatternAsync(
        JsonObject parts, ContentType type, ContentItem item, CancellationToken cancellationToken)
    {
        var slug = Slug.From(item.DisplayText ?? "");
        var pattern = type.Definition?.FindPart(StandardParts.Autoroute)?.Settings.Text("AutoroutePartSettings.Pattern");
        if (type.PathPrefix.Length > 0)
        {
            // The pages of a module stand one step below its prefix, whatever an administrator writes into the pattern.
            var made = PermalinkPattern.Expand(pattern, item.DisplayText ?? "", null)?.Trim('/');
            var own = made is null ? slug : Slug.From(WithoutPrefix(made, type));
            return $"{type.PathPrefix}/{(own.Length == 0 ? item.ContentItemId : own)}";
        }

        var container = parts.Text("ContainedPart.ListContentItemId") is { Length: > 0 } list
            ? await db.Set<ContentItem>().Where(row => row.ContentItemId == list && (row.Latest || row.Published))
                .OrderByDescending(row => row.Latest).Select(row => row.DisplayText).FirstOrDefaultAsync(cancellationToken)
            : null;
        var path = PermalinkPattern.Expand(pattern, item.DisplayText ?? "", container)?.Trim('/');
        return !string.IsNullOrEmpty(path) && PermalinkRules.Check(path) is null ? path
            : slug.Length > 0 && PermalinkRules.Check(slug) is null ? slug
            : item.ContentItemId;
    }

    // Many numbers are asked for at once: a title such as 周报 is given every week for years.
    private async Task<string> FindFreeAsync(string start, string contentItemId, CancellationToken cancellationToken)
    {
        var first = 1;
        for (var count = FirstNumbers; ; count *= FirstNumbers)
        {
            var asked = Enumerable.Range(first, count).Select(n => n == 1 ? start : FormattableString.Invariant($"{start}-{n}")).ToList();
            var taken = await Others(contentItemId).Where(other => asked.Contains(other.Path!)).Select(other => other.Path!)
                .ToListAsync(cancellationToken);
            if (asked.Except(taken, StringComparer.Ordinal).FirstOrDefault() is { } free)
            {
                return free;
            }

            first += count;
        }
    }

    private IQueryable<ContentItem> Others(string contentItemId) =>
        db.Set<ContentItem>().Where(other => other.ContentItemId != contentItemId && (other.Latest || other.Published));

    internal Task<bool> IsTakenAsync(string path, string contentItemId, CancellationToken cancellationToken) =>
        Others(contentItemId).AnyAsync(other => other.Path == path, cancellationToken);
}
