using PartyCms.Kernel.Data;

namespace PartyCms.WeChat.Members.Reminders;

/// <summary>The ledger of consents to notices.</summary>
internal sealed class NoticeGrants(CmsDbContext db, TimeProvider clock)
{
    /// <summary>Adds one; saved by the handling of the push that told of it.</summary>
    public void Add(string openId, string templateId) => db.Add(new NoticeGrant
    {
        OpenId = openId,
        TemplateId = templateId,
        GrantedUtc = clock.GetUtcNow(),
    });

    public Task<int> CountAsync(string openId, string templateId, CancellationToken cancellationToken) =>
        db.Set<NoticeGrant>().CountAsync(
            grant => grant.OpenId == openId && grant.TemplateId == templateId && grant.SpentUtc == null, cancellationToken);

    /// <summary>Uses up the oldest; false where there is none left.</summary>
    public async Task<bool> SpendAsync(string openId, string templateId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        while (await db.Set<NoticeGrant>().AsNoTracking()
            .Where(grant => grant.OpenId == openId && grant.TemplateId == templateId && grant.SpentUtc == null)
            .OrderBy(grant => grant.Id).Select(grant => (long?)grant.Id).FirstOrDefaultAsync(cancellationToken) is { } id)
        {
            if (await db.Set<NoticeGrant>().Where(grant => grant.Id == id && grant.SpentUtc == null)
                .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.SpentUtc, now), cancellationToken) == 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes all back: the follower refused, or WeChat says that there is none.</summary>
    public async Task RevokeAsync(string openId, string templateId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.Set<NoticeGrant>()
            .Where(grant => grant.OpenId == openId && grant.TemplateId == templateId && grant.SpentUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.SpentUtc, now), cancellationToken);
    }
}
