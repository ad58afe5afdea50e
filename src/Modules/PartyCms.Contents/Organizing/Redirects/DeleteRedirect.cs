using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Content.Permalinks;
using PartyCms.Kernel.Data;

namespace PartyCms.Contents.Organizing.Redirects;

/// <summary>Forgets an old address; it answers 404 from then on.</summary>
internal sealed class DeleteRedirect(CmsDbContext db, AuditLog audit)
{
    /// <summary>False where there was none.</summary>
    public async Task<bool> RunAsync(string path, CancellationToken cancellationToken)
    {
        if (await db.Set<ContentRedirect>().SingleOrDefaultAsync(row => row.Path == path, cancellationToken) is not { } redirect)
        {
            return false;
        }

        db.Remove(redirect);
        audit.Add("content.redirect-deleted", redirect.ContentItemId, "/" + path);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
