using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Text;
using PartyCms.Organization.Contracts;
using PartyCms.WeChat.Client.Capabilities;
using PartyCms.WeChat.Client.QrCodes;
using PartyCms.WeChat.Conversation;
using PartyCms.WeChat.Conversation.Followers;

namespace PartyCms.WeChat.Members.QrCards;

/// <summary>
/// What the printed card of a branch leads to: the account, with the branch in the code, where the account may have such
/// codes; else the branch's page on this site.
/// </summary>
internal sealed class BranchCards(
    CmsDbContext db, IDatabaseProvider provider, QrCodeClient codes, CapabilityRecord capabilities, SiteLink links,
    TimeProvider clock)
{
    public async Task<CardTarget> FindAsync(BranchInfo branch, CancellationToken cancellationToken)
    {
        if (await ReadAsync(branch.Id, cancellationToken) is { } known)
        {
            return new CardTarget(known.Address, LeadsToAccount: true, Fault: null);
        }

        var page = links.To(PublicPath.Of("b", branch.Slug));
        if (!await capabilities.HasAsync(Capability.SceneQrCode, cancellationToken))
        {
            return new CardTarget(page, LeadsToAccount: false, Fault: null);
        }

        var scene = new BranchScene(branch.Id, ReadableCode.New(6)).ToString();
        var ordered = await codes.CreatePermanentAsync(scene, cancellationToken);
        if (!ordered.IsOk || ordered.Value.Url.Length > BranchCardConfiguration.AddressLength)
        {
            return new CardTarget(page, LeadsToAccount: false, ordered.Error?.Remedy ?? "微信给的地址太长。");
        }

        return new CardTarget(await KeepAsync(branch.Id, scene, ordered.Value.Url, cancellationToken), true, null);
    }

    private Task<BranchCard?> ReadAsync(Guid branchId, CancellationToken cancellationToken) =>
        db.Set<BranchCard>().AsNoTracking().SingleOrDefaultAsync(card => card.OrgUnitId == branchId, cancellationToken);

    private async Task<string> KeepAsync(Guid branchId, string scene, string address, CancellationToken cancellationToken)
    {
        var card = new BranchCard { OrgUnitId = branchId, Scene = scene, Address = address, OrderedUtc = clock.GetUtcNow() };
        db.Add(card);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return address;
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            // Somebody else ordered one in the same moment; both work, and one is kept.
            db.Entry(card).State = EntityState.Detached;
            return (await ReadAsync(branchId, cancellationToken))?.Address ?? address;
        }
    }
}

/// <summary>What a card leads to.</summary>
/// <param name="Address">What its code says.</param>
/// <param name="LeadsToAccount">Whether scanning leads to the account, and not to a page only.</param>
/// <param name="Fault">What to do so that it does, in Chinese; null where nothing can be done.</param>
internal sealed record CardTarget(string Address, bool LeadsToAccount, string? Fault);
