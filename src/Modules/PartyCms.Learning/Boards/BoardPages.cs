using PartyCms.Kernel.Data;
using PartyCms.Kernel.Web;

namespace PartyCms.Learning.Boards;

/// <summary>Cached pages that show the board.</summary>
internal sealed class BoardPages(CmsDbContext db, PublicCache cache)
{
    /// <summary>After the commit of somebody's new hours: whoever looks at the board now sees them.</summary>
    public async Task RefreshAsync(IReadOnlyCollection<Guid> memberIds, CancellationToken cancellationToken)
    {
        if (await db.Set<BoardConsent>().AnyAsync(consent => memberIds.Contains(consent.MemberId), cancellationToken))
        {
            Refresh();
        }
    }

    /// <summary>After the commit of somebody's joining or leaving.</summary>
    public void Refresh()
    {
        cache.Drop(PublicTags.Board);
        cache.Flush();
    }
}
