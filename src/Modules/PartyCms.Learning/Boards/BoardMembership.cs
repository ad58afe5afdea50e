using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Time;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.Boards;

/// <summary>Joins and leaves the board. Leaving acts at once, in cached pages too.</summary>
internal sealed class BoardMembership(CmsDbContext db, AuditLog audit, BoardPages board, SiteTime time)
{
    public const int AliasLength = 12;

    public async Task<IReadOnlyList<BoardConsent>> ListAsync(Guid memberId, CancellationToken cancellationToken) =>
        await db.Set<BoardConsent>().AsNoTracking().Where(consent => consent.MemberId == memberId)
            .OrderBy(consent => consent.Purpose).ToListAsync(cancellationToken);

    /// <summary>Agrees to one purpose, or changes the name agreed to. An alias must not be empty.</summary>
    public async Task JoinAsync(
        MemberInfo member, BoardPurpose purpose, BoardNameKind kind, string? alias, CancellationToken cancellationToken)
    {
        var name = kind switch
        {
            BoardNameKind.Real => member.Name,
            BoardNameKind.Alias => alias!.Trim(),
            BoardNameKind.Masked => BoardRules.Mask(member.Name),
        };
        var consent = await db.Set<BoardConsent>().FindAsync([member.Id, purpose], cancellationToken);
        if (consent is null)
        {
            consent = new BoardConsent
            {
                MemberId = member.Id,
                Purpose = purpose,
                NameKind = kind,
                DisplayName = name,
                GivenUtc = time.Now,
            };
            db.Add(consent);
        }

        consent.NameKind = kind;
        consent.DisplayName = name;
        consent.GivenUtc = time.Now;
        audit.Add("learning.board-joined", member.Id.ToString(), purpose.ToString());
        await db.SaveChangesAsync(cancellationToken);
        board.Refresh();
    }

    public async Task LeaveAsync(MemberInfo member, BoardPurpose purpose, CancellationToken cancellationToken)
    {
        var consents = db.Set<BoardConsent>().Where(consent => consent.MemberId == member.Id && consent.Purpose == purpose);
        if (await consents.ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return;
        }

        audit.Add("learning.board-left", member.Id.ToString(), purpose.ToString());
        await db.SaveChangesAsync(cancellationToken);
        board.Refresh();
    }
}
