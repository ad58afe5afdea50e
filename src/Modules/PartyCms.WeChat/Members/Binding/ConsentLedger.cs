using PartyCms.Kernel.Data;

namespace PartyCms.WeChat.Members.Binding;

/// <summary>Notes consents and their withdrawal; saved with the act that they belong to.</summary>
internal sealed class ConsentLedger(CmsDbContext db, TimeProvider clock)
{
    public void Give(Guid memberId, ConsentPurpose purpose) => db.Add(new MemberConsent
    {
        MemberId = memberId,
        Purpose = purpose,
        TextVersion = ConsentText.Version,
        GivenUtc = clock.GetUtcNow(),
    });

    public async Task WithdrawAsync(Guid memberId, ConsentPurpose purpose, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var standing = await db.Set<MemberConsent>()
            .Where(consent => consent.MemberId == memberId && consent.Purpose == purpose && consent.WithdrawnUtc == null)
            .ToListAsync(cancellationToken);
        foreach (var consent in standing)
        {
            consent.WithdrawnUtc = now;
        }
    }

    public async Task<IReadOnlyList<MemberConsent>> ListAsync(Guid memberId, CancellationToken cancellationToken) =>
        await db.Set<MemberConsent>().AsNoTracking().Where(consent => consent.MemberId == memberId)
            .OrderByDescending(consent => consent.Id).Take(50).ToListAsync(cancellationToken);
}
