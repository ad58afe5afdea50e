namespace PartyCms.WeChat.Delivery;

/// <summary>What can be done with a draft in the box.</summary>
internal enum LadderStep
{
    /// <summary>A person presses 发表 at WeChat itself.</summary>
    ByHand,

    /// <summary>The site publishes it; it is pushed to nobody.</summary>
    FreePublish,

    /// <summary>The site mass-sends it.</summary>
    MassSend,
}

/// <summary>One way on from the draft box.</summary>
/// <param name="Step">Which one.</param>
/// <param name="IsOpen">Whether the account may.</param>
/// <param name="Text">What happens then, or why it cannot, in Chinese.</param>
internal sealed record LadderRung(LadderStep Step, bool IsOpen, string Text);

/// <summary>The ways on from the draft box, by what the account may do: publishing first by hand, then silently, then loudly.</summary>
internal static class PublishLadder
{
    public static IReadOnlyList<LadderRung> Of(bool mayPublish, bool mayMassSend, MassSendAllowance allowance) =>
    [
        new(LadderStep.ByHand, true, "在手机“公众号助手”或公众平台的草稿箱里打开这组图文，预览后按“发表”。"),
        new(LadderStep.FreePublish, mayPublish, mayPublish
            ? "由网站提交发表：文章得到永久链接，可放进菜单和自动回复，不推送给关注者，不占群发次数。"
            : "这个公众号没有发布接口的权限（须为已认证的企业、组织主体）。请按上一种办法手动发表。"),
        new(LadderStep.MassSend, mayMassSend && allowance.Left > 0, !mayMassSend
            ? "这个公众号没有群发接口的权限（须为已认证账号）。请在公众平台手动群发。"
            : allowance.Left > 0
                ? $"推送给全部关注者，{allowance.Span}还可群发 {allowance.Left} 次（共 {allowance.Limit} 次）。发出后收不回，须两人先后确认。"
                : $"{allowance.Span}的群发次数（{allowance.Limit} 次）已用完，请改日再发，或先发表。"),
    ];
}
