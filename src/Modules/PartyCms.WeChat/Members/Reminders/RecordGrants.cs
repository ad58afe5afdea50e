using PartyCms.WeChat.Callback;
using PartyCms.WeChat.Conversation.Followers;

namespace PartyCms.WeChat.Members.Reminders;

/// <summary>
/// Keeps the ledger as WeChat tells it. What the page hears from its own button is a hint only and adds nothing: each
/// consent would be counted twice.
/// </summary>
internal sealed class RecordGrants(NoticeGrants grants) : IPushHandler
{
    public async Task HandleAsync(HandledPush push, CancellationToken cancellationToken)
    {
        var openId = push.Message.FromUserName;
        var answers = push.Message.Content switch
        {
            NoticesAnswered answered => answered.Answers,
            NoticesChanged changed => changed.Answers,
            _ => [],
        };
        foreach (var answer in answers.Where(answer => IsStorable(openId, answer)))
        {
            if (!answer.IsAccepted)
            {
                await grants.RevokeAsync(openId, answer.TemplateId, cancellationToken);
            }
            else if (push.Message.Content is NoticesAnswered)
            {
                grants.Add(openId, answer.TemplateId);
            }
        }
    }

    private static bool IsStorable(string openId, NoticeAnswer answer) =>
        openId.Length <= FollowerConfiguration.OpenIdLength
        && answer.TemplateId.Length is > 0 and <= NoticeGrantConfiguration.TemplateIdLength;
}
