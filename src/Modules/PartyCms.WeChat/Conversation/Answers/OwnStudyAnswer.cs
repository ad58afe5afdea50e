using System.Globalization;
using PartyCms.Learning.Contracts;
using PartyCms.Organization.Contracts;
using PartyCms.WeChat.Callback;
using PartyCms.WeChat.Members.Binding;

namespace PartyCms.WeChat.Conversation.Answers;

/// <summary>Tells a member who is bound how far the year's study is; nobody else reads the chat.</summary>
internal sealed class OwnStudyAnswer(Bindings bindings, MemberDirectory members, MemberStudy study, SiteLink links)
{
    /// <summary>Null for a follower who is not bound to a member.</summary>
    public async Task<Reply?> FindAsync(string? openId, CancellationToken cancellationToken)
    {
        if (openId is null
            || await bindings.MemberOfAsync(openId, cancellationToken) is not { } memberId
            || await members.FindAsync(memberId, cancellationToken) is not { } member)
        {
            return null;
        }

        var year = await study.ReadAsync(
            member, await members.AccountOfAsync(memberId, cancellationToken), cancellationToken);
        var today = year.IsTodayFinished ? "今天的党课已学完。" : "今天的党课还没学，回复“学习”就能看。";
        return new TextReply(string.Create(
            CultureInfo.InvariantCulture,
            $"今年学时：{year.Hours:0.0} / {year.RequiredHours:0.#}\n今年学分：{year.Credits:0.0}\n连续学习：{year.StreakDays} 天\n")
            + $"{today}\n{LinkText.Link("看学习记录", links.ToMember("/me/record"))}");
    }
}
