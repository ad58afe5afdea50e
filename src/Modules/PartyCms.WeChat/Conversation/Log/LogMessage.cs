using Microsoft.Extensions.Options;
using PartyCms.Kernel.Data;
using PartyCms.WeChat.Callback;

namespace PartyCms.WeChat.Conversation.Log;

/// <summary>Notes what a follower sent. Where a follower is, and what pictures and voices hold, is not noted.</summary>
internal sealed class LogMessage(
    CmsDbContext db, FollowerHash hash, IOptions<WeChatOptions> options, TimeProvider clock) : IPushHandler
{
    public Task HandleAsync(HandledPush push, CancellationToken cancellationToken)
    {
        if (options.Value.LogDays > 0 && MessageSummary.Of(push.Message.Content) is { } summary)
        {
            db.Add(new LoggedMessage
            {
                ReceivedUtc = clock.GetUtcNow(),
                Follower = hash.Of(push.Message.FromUserName),
                Kind = summary.Kind,
                Text = Begin(summary.Text),
                Answer = Begin(MessageSummary.Of(push.Reply)),
            });
        }

        return Task.CompletedTask;
    }

    private static string Begin(string text)
    {
        var legal = LegalText.From(text);
        return legal.Length <= LoggedMessageConfiguration.TextLength
            ? legal
            : LegalText.From(legal[..(LoggedMessageConfiguration.TextLength - 1)]) + "…";
    }
}
