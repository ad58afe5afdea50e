using PartyCms.Kernel.Security;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.Study;

/// <summary>The member whose account is signed in.</summary>
internal sealed class CurrentMember(Caller caller, MemberDirectory members)
{
    /// <summary>The member who may record study, or null: a visitor, an API client, or an account bound to nobody.</summary>
    public async Task<MemberInfo?> FindAsync(CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        return caller.Can(LearningPermissions.Record) ? await members.FindByAccountAsync(caller.Id, cancellationToken) : null;
    }
}
