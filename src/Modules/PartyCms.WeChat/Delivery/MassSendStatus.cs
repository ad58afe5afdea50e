using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyCms.WeChat.Delivery;

/// <summary>What the end of a mass send means, as event <c>MASSSENDJOBFINISH</c> tells it.</summary>
internal static partial class MassSendStatus
{
    /// <summary>What the status of an event leads to.</summary>
    public static StepResult Judge(string status)
    {
        var known = status.Trim().Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        return known is "sendsuccess" or "send_success" or "sendsuccessful"
            ? new StepResult.Advanced(IssueEvent.SendDone)
            : Failed(known);
    }

    /// <summary>A mass send that reached nobody. It takes two persons again before it is tried anew.</summary>
    public static StepResult.Failed Failed(string status)
    {
        var code = Number().Match(status) is { Success: true } match
            ? int.Parse(match.ValueSpan, CultureInfo.InvariantCulture)
            : 0;
        var what = code switch
        {
            10001 => "涉嫌广告",
            20001 => "涉嫌政治敏感",
            20002 => "涉嫌色情",
            20004 => "涉嫌违反社会公德",
            20006 => "涉嫌违法犯罪",
            20008 => "涉嫌欺诈",
            20013 => "涉嫌侵犯版权",
            22000 => "涉嫌互相推广",
            21000 => "涉嫌其他违规",
            30001 => "原创校验时系统出错",
            30002 => "原创校验认为不能群发",
            30003 => "原创校验认为是转载",
            40001 => "公众号管理员拒绝了群发",
            40002 => "公众号管理员 30 分钟内没有确认",
            _ => "微信没有说明原因",
        };
        var problem = $"群发没有成功：{what}。";
        return code switch
        {
            40001 or 40002 => Again(problem, "请与公众号管理员说好，再重新申请群发，让管理员在手机上点确认。"),
            30001 => Again(problem, "请稍后重新申请群发。"),
            0 => Again(problem, "请到公众平台“已发送”里查看原因，再重新申请群发。"),
            _ => Failures.Refused(problem, IssueStage.AwaitingSecond),
        };
    }

    private static StepResult.Failed Again(string problem, string remedy) => new(problem, remedy, IssueStage.AwaitingSecond);

    [GeneratedRegex("[0-9]{1,9}")]
    private static partial Regex Number();
}
