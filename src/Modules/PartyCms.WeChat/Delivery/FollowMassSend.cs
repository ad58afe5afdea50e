using System.Globalization;
using PartyCms.WeChat.Client.Mass;

namespace PartyCms.WeChat.Delivery;

/// <summary>The step that asks what became of a mass send.</summary>
internal sealed class FollowMassSend(MassClient mass)
{
    public async Task<StepResult> RunAsync(IssueRun run, CancellationToken cancellationToken)
    {
        var issue = run.Issue;
        if (PollLadder.IsHopeless(issue.StageUtc, run.Now))
        {
            return new StepResult.Failed("群发提交一天了，微信还没有结果。", "请到公众平台“已发送”里核对；如已发出，请按“标为已发表”。");
        }

        if (!long.TryParse(issue.MessageId, CultureInfo.InvariantCulture, out var messageId))
        {
            return new StepResult.Failed("微信没有给出群发编号。", "请到公众平台“已发送”里核对；如已发出，请按“标为已发表”。");
        }

        var progress = await mass.GetAsync(messageId, cancellationToken);
        if (!progress.IsOk)
        {
            return new StepResult.Trouble(progress.Error);
        }

        return progress.Value.Status switch
        {
            "SEND_SUCCESS" => new StepResult.Advanced(IssueEvent.SendDone),
            "SEND_FAIL" => MassSendStatus.Failed("sendfail"),
            "DELETE" => new StepResult.Failed("群发的文章已在微信上删除。", "无须处理。如要重发，请作废后重新送草稿。"),
            _ => new StepResult.Wait(PollLadder.After(issue.Attempts)),
        };
    }
}
