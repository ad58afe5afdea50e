using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Content.Permalinks;
using PartyCms.Kernel.Data;

namespace PartyCms.Kernel.Content;

/// <summary>
/// Names by which menus, themes and programs find an item whatever its id is. One name belongs to one item, counting
/// what readers see and what editors work on; upper and lower case are the same.
/// </summary>
public sealed class ContentAlias(CmsDbContext db, ContentDefinitions definitions) : ContentHandler
{
    /// <summary>Longest alias, in characters (Orchard Core's index).</summary>
    public const int MaxLength = 735;

    /// <summary>The published item of an alias, or null.</summary>
    public Task<ContentItem?> FindPublishedAsync(string alias, CancellationToken cancellationToken)
    {
        var name = Normalize(alias);
        return name is null
            ? Task.FromResult<ContentItem?>(null)
            : db.Set<ContentItem>().AsNoTracking().SingleOrDefaultAsync(item => item.Alias == name && item.Published, cancellationToken);
    }

    /// <inheritdoc />
    public override async ValueTask ValidateAsync(
        ContentItem item, bool isPublication, ICollection<ContentProblem> problems, CancellationToken cancellationToken)
    {
        var typed = item.Parts.Text(ContentParts.Alias)?.Trim();
        if (string.IsNullOrEmpty(typed))
        {
            await GenerateAsync(item, cancellationToken);
        }
        else if (typed.Length > MaxLength)
        {
            problems.Add(new ContentProblem(
                ContentParts.Alias, $"别名最多 {MaxLength} 个字，请缩短。",
                $"Your alias is too long. The alias can only be up to {MaxLength} characters."));
        }
        else if (await IsTakenAsync(Normalize(typed)!, item.ContentItemId, cancellationToken))
        {
            problems.Add(new ContentProblem(
                ContentParts.Alias, "这个别名已被别的内容使用，请换一个。", "Your alias is already in use."));
        }
    }

    internal static string? Normalize(string? alias) =>
        alias?.Trim() is { Length: > 0 and <= MaxLength } name ? name.ToLowerInvariant() : null;

    // As in Orchard Core, a type may say how an alias is made where nobody gives one.
    private async Task GenerateAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var part = definitions.FindType(item.ContentType)?.Definition?.FindPart(StandardParts.Alias);
        var start = Normalize(PermalinkPattern.Expand(part?.Settings.Text("AliasPartSettings.Pattern"), item.DisplayText ?? "", null));
        if (start is null)
        {
            return;
        }

        var free = start;
        for (var n = 2; await IsTakenAsync(free, item.ContentItemId, cancellationToken); n++)
        {
            free = $"{start}-{n}";
        }

        item.Parts.Set(ContentParts.Alias, free);
        item.Store();
    }

    private Task<bool> IsTakenAsync(string alias, string contentItemId, CancellationToken cancellationToken) =>
        db.Set<ContentItem>().AnyAsync(
            other => other.Alias == alias && other.ContentItemId != contentItemId && (other.Latest || other.Published), cancellationToken);
}
