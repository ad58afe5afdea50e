using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Time;
using PartyCms.Learning.Contracts;
using PartyCms.WeChat.Client;
using PartyCms.WeChat.Client.CustomerMessages;
using PartyCms.WeChat.Client.Errors;
using PartyCms.WeChat.Client.Subscriptions;
using PartyCms.WeChat.Conversation;
using PartyCms.WeChat.Conversation.Followers;
using PartyCms.WeChat.Members.Binding;

namespace PartyCms.WeChat.Members.Reminders;

/// <summary>
/// Sends one member the reminder: as a message where they wrote to the account lately, else by a notice for which they
/// gave a consent. What WeChat's answer is lost for is not sent again.
/// </summary>
internal sealed partial class DeliverReminder(
    CmsDbContext db,
    Bindings bindings,
    NoticeGrants grants,
    CustomerMessageClient messages,
    SubscriptionNoticeClient notices,
    SiteLink links,
    IOptions<WeChatOptions> options,
    SiteTime time,
    ILogger<DeliverReminder> logger)
{
    // WeChat takes twenty characters in a field of the kind "thing".
    private const int ThingLength = 20;

    public async Task RunAsync(Guid memberId, LessonCard lesson, CancellationToken cancellationToken)
    {
        if (await bindings.OfMemberAsync(memberId, cancellationToken) is not { OpenId: var openId })
        {
            return;
        }

        if (await WriteAsync(openId, lesson, cancellationToken))
        {
            return;
        }

        var template = options.Value.ReminderTemplateId;
        if (template.Length > 0 && await grants.SpendAsync(openId, template, cancellationToken))
        {
            await NotifyAsync(openId, template, lesson, cancellationToken);
        }
    }

    private async Task<bool> WriteAsync(string openId, LessonCard lesson, CancellationToken cancellationToken)
    {
        var follower = await db.Set<Follower>().SingleOrDefaultAsync(row => row.OpenId == openId, cancellationToken);
        if (follower is null || CustomerWindow.OpenFor(follower, time.Now) is not { } window)
        {
            return false;
        }

        // Counted before it is sent: a lost answer must not lead to a second message.
        follower.Count(window);
        await db.SaveChangesAsync(cancellationToken);
        var sent = await messages.SendAsync(
            CustomerMessage.OfCard(openId, new CustomerCard(
                $"今天的党课：{lesson.Title}", $"约{lesson.Minutes}分钟。{lesson.Summary}", links.To(lesson.Href), null)),
            cancellationToken);
        if (sent.IsOk || sent.Error.MayHaveHappened)
        {
            return true;
        }

        LogNotSent("customer message", sent.Error.Code, sent.Error.Rid);
        return false;
    }

    private async Task NotifyAsync(string openId, string template, LessonCard lesson, CancellationToken cancellationToken)
    {
        var account = options.Value;
        var data = new Dictionary<string, NoticeValue>(StringComparer.Ordinal);
        Fill(account.ReminderTitleField, ShortText.Of(lesson.Title, ThingLength));
        Fill(account.ReminderTimeField, SiteTime.Format(lesson.Day));
        Fill(account.ReminderNoteField, ShortText.Of($"约{lesson.Minutes}分钟，点开就学", ThingLength));
        var sent = await notices.SendAsync(
            new SubscriptionNotice
            {
                OpenId = openId, TemplateId = template, Page = links.ToMember(lesson.Href), Data = data,
            },
            cancellationToken);
        if (sent.IsOk)
        {
            return;
        }

        LogNotSent("notice", sent.Error.Code, sent.Error.Rid);
        if (sent.Error.Code == WeChatCode.NoConsent)
        {
            await grants.RevokeAsync(openId, template, cancellationToken);
        }

        void Fill(string field, string value)
        {
            if (field.Length > 0)
            {
                data[field] = new NoticeValue(value);
            }
        }
    }

    [LoggerMessage(1751, LogLevel.Warning, "A reminder could not be sent as {Kind}: {Code} (rid {Rid})")]
    private partial void LogNotSent(string kind, int? code, string? rid);
}
