using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PartyCms.Contents.Organizing.Taxonomies;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Organization.Contracts;

namespace PartyCms.Contents.Api;

/// <summary>What a list asks for; each value as the query string has it.</summary>
internal sealed record ListParameters(
    string? Type, string? Branch, string? Column, string? Term, string? Container, string? Status, string? After, string? Take);

/// <summary>Lists whole items, newest first, by keyset.</summary>
internal sealed class ListContent(
    CmsDbContext db, ContentAccess access, Caller caller, ContentDefinitions definitions, BranchDirectory branches)
{
    private const int DefaultTake = 20;

    private const int LargestTake = 100;

    public static Task<Results<ContentListResult, ProblemHttpResult, ForbidHttpResult>> Run(
        [AsParameters] ListParameters parameters, ListContent list, CancellationToken cancellationToken) =>
        list.RunAsync(parameters, cancellationToken);

    public async Task<Results<ContentListResult, ProblemHttpResult, ForbidHttpResult>> RunAsync(
        ListParameters parameters, CancellationToken cancellationToken)
    {
        var take = DefaultTake;
        if (parameters.Take is not null
            && (!int.TryParse(parameters.Take, NumberStyles.None, CultureInfo.InvariantCulture, out take) || take is < 1 or > LargestTake))
        {
            return ApiProblems.Validation("take", FormattableString.Invariant($"take is a number from 1 to {LargestTake}."));
        }

        ContentType? type = null;
        if (!string.IsNullOrEmpty(parameters.Type) && !definitions.Types.TryGetValue(parameters.Type, out type))
        {
            return ApiProblems.Validation(
                "type", $"The content type '{parameters.Type}' does not exist. Use one of: {string.Join(", ", definitions.Types.Keys)}.");
        }

        Guid? branch = null;
        if (!string.IsNullOrEmpty(parameters.Branch))
        {
            branch = await FindBranchAsync(parameters.Branch, cancellationToken);
            if (branch is null)
            {
                return ApiProblems.Validation("branch", $"There is no branch '{parameters.Branch}'. Give its slug or its id.");
            }
        }

        ListCursor? after = null;
        if (!string.IsNullOrEmpty(parameters.After) && (after = ListCursor.Parse(parameters.After)) is null)
        {
            return ApiProblems.Validation("after", "after is the value of next in an earlier answer.");
        }

        switch (parameters.Status)
        {
            case null or "" or "published":
                return await PublishedAsync(new PublishedFilter(type?.Name, branch, parameters.Column, after, take)
                    {
                        Term = parameters.Term, Container = parameters.Container,
                    }, true, cancellationToken);
            case "draft" or "latest" when !string.IsNullOrEmpty(parameters.Column):
                return ApiProblems.Validation("column", "column goes with status=published only.");
            case "draft" or "latest" when !string.IsNullOrEmpty(parameters.Term):
                return ApiProblems.Validation("term", "term goes with status=published only.");
            case "draft" or "latest":
                return await EditableAsync(
                    type, new EditableFilter(branch, parameters.Container, parameters.Status == "draft", after, take), cancellationToken);
            default:
                return ApiProblems.Validation("status", "status is one of published, draft, latest.");
        }
    }

    /// <summary>One page of what everybody may read.</summary>
    public async Task<ContentListResult> PublishedAsync(PublishedFilter filter, bool withNext, CancellationToken cancellationToken)
    {
        var rows = db.Set<ContentSummary>().AsNoTracking();
        if (filter.Type is { } type)
        {
            rows = rows.Where(row => row.ContentType == type);
        }

        if (filter.Branch is { } branch)
        {
            rows = rows.Where(row => row.OrgUnitId == branch);
        }

        if (!string.IsNullOrEmpty(filter.Column))
        {
            rows = rows.Where(row => row.Column == filter.Column);
        }

        var places = Places(rows, filter);
        if (filter.After is { } after)
        {
            var (at, id) = after;
#pragma warning disable CA1309 // The database compares; it knows no StringComparison.
            places = places.Where(place => place.At <= at && (place.At < at || string.Compare(place.Id, id) < 0));
#pragma warning restore CA1309
        }

        var page = await (
            from place in places
            join item in db.Set<ContentItem>().AsNoTracking() on place.Version equals item.ContentItemVersionId
            orderby place.At descending, place.Id descending
            select new { PublishedUtc = place.At, Item = item }).Take(filter.Take + 1).ToListAsync(cancellationToken);
        var next = page.Count > filter.Take
            ? new ListCursor(page[filter.Take - 1].PublishedUtc, page[filter.Take - 1].Item.ContentItemId).ToString()
            : null;
        return new ContentListResult([.. page.Take(filter.Take).Select(row => row.Item)], next, withNext);
    }

    // A term's own index gives its items in order; else the summaries' does.
    private IQueryable<ListPlace> Places(IQueryable<ContentSummary> rows, PublishedFilter filter)
    {
        if (!string.IsNullOrEmpty(filter.Container))
        {
            rows = rows.Where(row => row.ContainerId == filter.Container);
        }

        return string.IsNullOrEmpty(filter.Term)
            ? rows.Select(row => new ListPlace { At = row.PublishedUtc, Id = row.ContentItemId, Version = row.ContentItemVersionId })
            : from use in db.Set<ContentTermUse>().AsNoTracking()
              join row in rows on use.ContentItemId equals row.ContentItemId
              where use.TermId == filter.Term
              select new ListPlace { At = use.PublishedUtc, Id = use.ContentItemId, Version = row.ContentItemVersionId };
    }

    /// <summary>A branch by slug or id, or null.</summary>
    public async Task<Guid?> FindBranchAsync(string text, CancellationToken cancellationToken) =>
        Guid.TryParse(text, out var id)
            ? (await branches.FindAsync(id, cancellationToken))?.Id
            : (await branches.FindAsync(text, cancellationToken))?.Id;

    private async Task<Results<ContentListResult, ProblemHttpResult, ForbidHttpResult>> EditableAsync(
        ContentType? type, EditableFilter filter, CancellationToken cancellationToken)
    {
        var take = filter.Take;
        await caller.LoadAsync(cancellationToken);
        var types = definitions.Types.Values
            .Where(candidate => (type is null || candidate == type) && caller.Can(candidate.EditPermission)).ToList();
        if (types.Count == 0)
        {
            return ContentEndpoints.Forbidden();
        }

        IQueryable<ContentItem>? rows = null;
        foreach (var candidate in types)
        {
            var own = Narrow((await access.EditableAsync(candidate, cancellationToken)).AsNoTracking(), filter);
            rows = rows is null ? own : rows.Concat(own);
        }

        var page = await rows!.OrderByDescending(row => row.ModifiedUtc).ThenByDescending(row => row.ContentItemId)
            .Take(take + 1).ToListAsync(cancellationToken);
        var next = page.Count > take
            ? new ListCursor(page[take - 1].ModifiedUtc ?? default, page[take - 1].ContentItemId).ToString()
            : null;
        return new ContentListResult(page.Count > take ? page[..take] : page, next);
    }

    private static IQueryable<ContentItem> Narrow(IQueryable<ContentItem> rows, EditableFilter filter)
    {
        if (filter.DraftsOnly)
        {
            rows = rows.Where(row => !row.Published);
        }

        if (filter.Branch is { } unit)
        {
            rows = rows.Where(row => row.OrgUnitId == unit);
        }

        if (!string.IsNullOrEmpty(filter.Container))
        {
            rows = rows.Where(row => row.ContainerId == filter.Container);
        }

        if (filter.After is { } cursor)
        {
            var (at, id) = cursor;
#pragma warning disable CA1309 // The database compares; it knows no StringComparison.
            rows = rows.Where(row => row.ModifiedUtc <= at
                && (row.ModifiedUtc < at || string.Compare(row.ContentItemId, id) < 0));
#pragma warning restore CA1309
        }

        return rows;
    }
}

/// <summary>Which published items a list shows.</summary>
internal sealed record PublishedFilter(string? Type, Guid? Branch, string? Column, ListCursor? After, int Take)
{
    /// <summary>Id of a term they bear.</summary>
    public string? Term { get; init; }

    /// <summary>Id of the list they stand in.</summary>
    public string? Container { get; init; }
}

/// <summary>Which latest versions a list shows.</summary>
internal sealed record EditableFilter(Guid? Branch, string? Container, bool DraftsOnly, ListCursor? After, int Take);

/// <summary>One row of a list before its item is read.</summary>
internal sealed class ListPlace
{
    public DateTimeOffset At { get; init; }

    public required string Id { get; init; }

    public required string Version { get; init; }
}

/// <summary>The place after which the next page begins.</summary>
internal sealed record ListCursor(DateTimeOffset At, string ContentItemId)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks:x}-{ContentItemId}");

    public static ListCursor? Parse(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash > 0
            && long.TryParse(text.AsSpan(0, dash), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var ticks)
            && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new ListCursor(new DateTimeOffset(ticks, TimeSpan.Zero), text[(dash + 1)..])
            : null;
    }
}
