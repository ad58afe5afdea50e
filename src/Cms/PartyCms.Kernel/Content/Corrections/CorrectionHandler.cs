using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;

namespace PartyCms.Kernel.Content.Corrections;

/// <summary>
/// Keeps notice and corrected item linked both ways. A link puts a line on the corrected page, so it may be set only by
/// who may edit that item, and a notice is published only for something that was public.
/// </summary>
internal sealed class CorrectionHandler(CmsDbContext db, ContentAccess access, PublicCache cache, Caller caller) : ContentHandler
{
    public override async ValueTask ValidateAsync(
        ContentItem item, bool isPublication, ICollection<ContentProblem> problems, CancellationToken cancellationToken)
    {
        if (item.Parts.Text(ContentCorrection.Path) is not { Length: > 0 } corrected
            || await IsLinkedAsync(item.ContentItemId, corrected, cancellationToken))
        {
            return;
        }

        var isAllowed = corrected != item.ContentItemId && corrected.Length <= 64
            && (caller is { Id: null, Name: Caller.SystemName } || await access.FindEditableAsync(corrected, cancellationToken) is not null);
        if (!isAllowed)
        {
            problems.Add(new ContentProblem(
                ContentCorrection.Path, "没有这条要更正的内容，或者它不归您管。", "There is no such item to correct, or you may not edit it."));
        }
        else if (isPublication && !await WasPublicAsync(corrected, cancellationToken))
        {
            problems.Add(new ContentProblem(
                ContentCorrection.Path, "要更正的内容没有公开过，直接修改它就行。", "The item to correct was never published."));
        }
    }

    public override async ValueTask PublishedAsync(ContentItem item, ContentSummary? summary, CancellationToken cancellationToken)
    {
        var corrected = item.Parts.Text(ContentCorrection.Path);
        var row = await db.Set<ContentCorrection>().FindAsync([item.ContentItemId], cancellationToken);
        if (row is not null)
        {
            cache.Drop(PublicTags.Item(row.CorrectedId));
        }

        if (string.IsNullOrEmpty(corrected))
        {
            if (row is not null)
            {
                db.Remove(row);
            }

            return;
        }

        cache.Drop(PublicTags.Item(corrected));
        if (row is null)
        {
            db.Add(new ContentCorrection { NoticeId = item.ContentItemId, CorrectedId = corrected });
        }
        else
        {
            row.CorrectedId = corrected;
        }
    }

    public override async ValueTask UnpublishedAsync(ContentItem item, CancellationToken cancellationToken)
    {
        if (await db.Set<ContentCorrection>().FindAsync([item.ContentItemId], cancellationToken) is { } row)
        {
            cache.Drop(PublicTags.Item(row.CorrectedId));
            db.Remove(row);
        }
    }

    private Task<bool> IsLinkedAsync(string notice, string corrected, CancellationToken cancellationToken) =>
        db.Set<ContentCorrection>().AnyAsync(row => row.NoticeId == notice && row.CorrectedId == corrected, cancellationToken);

    private async Task<bool> WasPublicAsync(string id, CancellationToken cancellationToken) =>
        await db.Set<ContentSummary>().AnyAsync(row => row.ContentItemId == id, cancellationToken)
        || await db.Set<ContentTombstone>().AnyAsync(row => row.ContentItemId == id, cancellationToken);
}
