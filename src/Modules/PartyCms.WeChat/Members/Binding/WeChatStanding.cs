using Microsoft.Extensions.Options;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;
using PartyCms.WeChat.Members.Reminders;
using PartyCms.WeChat.Members.SignIn;

namespace PartyCms.WeChat.Members.Binding;

/// <summary>Who looks at the page of the own WeChat, and what is bound.</summary>
internal sealed class WeChatStanding(
    Caller caller,
    MemberDirectory members,
    BranchDirectory branches,
    Bindings bindings,
    ReminderWishes reminders,
    NoticeGrants grants,
    ConsentLedger consents,
    SealedCookie<WeChatVisitor> visitors,
    IOptions<WeChatOptions> options)
{
    public async Task<Standing> ReadAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var visitor = visitors.Read(http.Request);
        if (await members.FindByAccountAsync(caller.Id, cancellationToken) is not { } member)
        {
            return Standing.Nobody with { Visitor = visitor };
        }

        var binding = await bindings.OfMemberAsync(member.Id, cancellationToken);
        var template = options.Value.ReminderTemplateId;
        return new Standing(
            visitor,
            member,
            await branches.NameOfAsync(member.BranchId, cancellationToken),
            binding,
            await reminders.ReadAsync(member.Id, cancellationToken),
            binding is null || template.Length == 0
                ? 0
                : await grants.CountAsync(binding.OpenId, template, cancellationToken),
            await consents.ListAsync(member.Id, cancellationToken));
    }
}

/// <summary>Who looks, and what is bound.</summary>
/// <param name="Visitor">The WeChat identity that looks and is not bound; null outside of WeChat.</param>
/// <param name="Member">The member who is signed in.</param>
/// <param name="BranchName">The member's branch.</param>
/// <param name="Binding">The member's binding.</param>
/// <param name="Slot">When the member is reminded; null for never.</param>
/// <param name="Grants">Notices that may still be sent.</param>
/// <param name="Consents">What the member agreed to, newest first.</param>
internal sealed record Standing(
    WeChatVisitor? Visitor,
    MemberInfo? Member,
    string BranchName,
    MemberBinding? Binding,
    ReminderSlot? Slot,
    int Grants,
    IReadOnlyList<MemberConsent> Consents)
{
    public static Standing Nobody { get; } = new(null, null, "", null, null, 0, []);
}
