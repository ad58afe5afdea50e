using PartyCms.Kernel.Data;
using PartyCms.Learning.Contracts;
using PartyCms.Organization.Contracts;
using PartyCms.WeChat.Members.Reminders;

namespace PartyCms.WeChat.Members.Binding;

/// <summary>What this module holds about a member who is, or was, bound.</summary>
internal sealed class WeChatPersonalData(
    CmsDbContext db, Bindings bindings, ConsentLedger consents, ReminderWishes reminders) : IPersonalDataSource
{
    public string Name => "WeChat";

    public async Task<object?> ReadAsync(MemberInfo member, CancellationToken cancellationToken)
    {
        var binding = await bindings.OfMemberAsync(member.Id, cancellationToken);
        var given = await consents.ListAsync(member.Id, cancellationToken);
        if (binding is null && given.Count == 0)
        {
            return null;
        }

        var grants = binding is null
            ? []
            : await db.Set<NoticeGrant>().AsNoTracking().Where(grant => grant.OpenId == binding.OpenId)
                .OrderBy(grant => grant.Id).Select(grant => new { grant.GrantedUtc, grant.SpentUtc }).ToListAsync(cancellationToken);
        return new
        {
            binding?.OpenId,
            binding?.BoundUtc,
            Proof = binding?.Proof.DisplayName(),
            Reminder = (await reminders.ReadAsync(member.Id, cancellationToken))?.DisplayName(),
            Consents = given.Select(consent => new
            {
                Purpose = consent.Purpose.DisplayName(),
                consent.TextVersion,
                consent.GivenUtc,
                consent.WithdrawnUtc,
            }),
            NoticeGrants = grants,
        };
    }
}
