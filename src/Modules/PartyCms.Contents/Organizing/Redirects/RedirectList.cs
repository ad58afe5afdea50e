using PartyCms.Contents.Api;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Permalinks;
using PartyCms.Kernel.Data;

namespace PartyCms.Contents.Organizing.Redirects;

/// <summary>One old address as the list shows it.</summary>
/// <param name="Redirect">The old address.</param>
/// <param name="Title">Title of the item it leads to, or null.</param>
/// <param name="Href">Where a reader arrives now; null where nothing is public.</param>
internal sealed record RedirectRow(ContentRedirect Redirect, string? Title, string? Href);

/// <summary>Lists old addresses, the newest first, by keyset.</summary>
internal sealed class RedirectList(CmsDbContext db)
{
    public const int PageSize = 30;

    public async Task<(IReadOnlyList<RedirectRow> Rows, string? Next)> ReadAsync(
        string? search, string? after, CancellationToken cancellationToken)
    {
        var redirects = db.Set<ContentRedirect>().AsNoTracking();
        if (search?.Trim().Trim('/') is { Length: > 0 } text)
        {
            redirects = redirects.Where(row => row.Path.Contains(text) || row.Target!.Contains(text));
        }

        if (ListCursor.Parse(after ?? "") is { } cursor)
        {
            var (instant, path) = cursor;
#pragma warning disable CA1309 // The database compares; it knows no StringComparison.
            redirects = redirects.Where(row => row.CreatedUtc < instant
                || (row.CreatedUtc == instant && string.Compare(row.Path, path) > 0));
#pragma warning restore CA1309
        }

        var page = await (
            from redirect in redirects
            join summary in db.Set<ContentSummary>() on redirect.ContentItemId equals summary.ContentItemId into summaries
            from summary in summaries.DefaultIfEmpty()
            orderby redirect.CreatedUtc descending, redirect.Path
            select new { redirect, summary }).Take(PageSize + 1).ToListAsync(cancellationToken);
        var rows = page.Take(PageSize).Select(row => new RedirectRow(
            row.redirect, row.summary?.Title, row.summary?.Href ?? (row.redirect.Target is { } target ? LocalTarget.Encode(target) : null)));
        return ([.. rows], Next(page.Count > PageSize ? page[PageSize - 1].redirect : null));
    }

    private static string? Next(ContentRedirect? last) => last is null ? null : new ListCursor(last.CreatedUtc, last.Path).ToString();
}
