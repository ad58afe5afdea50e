using System.Globalization;
using PartyCms.WeChat.Articles;
using PartyCms.WeChat.Client.Errors;
using PartyCms.WeChat.Client.Mass;

namespace PartyCms.WeChat.Delivery;

/// <summary>
/// The step that mass-sends a draft, once: WeChat knows a repetition by the id that goes along, for a day. After that an
/// unknown outcome is left to people.
/// </summary>
internal sealed class SendToAll(ArticleTexts texts, MassClient mass)
{
    // WeChat keeps the id for 24 hours; clocks differ.
    private static readonly TimeSpan KnownAgain = TimeSpan.FromHours(23);

    public async Task<StepResult> RunAsync(IssueRun run, CancellationToken cancellationToken)
    {
        var issue = run.Issue;
        if (issue.CallStartedUtc is { } started && run.Now - started > KnownAgain)
        {
            return new StepResult.Failed(
                "群发提交后断线已久，不知道微信有没有发出。", "请到公众平台“已发送”里核对。如已发出，请按“标为已发表”；没有发出，请作废后重新送草稿。");
        }

        if (issue.CallStartedUtc is null)
        {
            if (await texts.FindTakenDownAsync(issue, cancellationToken) is { } gone)
            {
                return Failures.TakenDown(gone);
            }

            await run.OpenCallAsync(cancellationToken);
        }
        else
        {
            // The first of several calls counts for how long WeChat knows the id.
            await run.KeepAsync(cancellationToken);
        }

        var sent = await mass.SendDraftAsync(issue.MediaId!, tagId: null, issue.ClientMessageId, ignoreReprint: false, cancellationToken);
        if (sent.IsOk)
        {
            issue.MessageId = sent.Value.MessageId.ToString(CultureInfo.InvariantCulture);
            issue.CallStartedUtc = null;
            if (sent.Value.WasSentBefore)
            {
                run.Tell("上一次群发的回执没有收到，微信确认已经收下，没有重发。");
            }

            return new StepResult.Advanced(IssueEvent.SendAccepted);
        }

        if (!sent.Error.MayHaveHappened && sent.Error.Code != WeChatCode.MassSendTooSoon)
        {
            issue.CallStartedUtc = null;
        }

        return new StepResult.Trouble(sent.Error);
    }
}
