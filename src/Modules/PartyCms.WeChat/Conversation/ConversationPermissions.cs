using PartyCms.Kernel.Security;

namespace PartyCms.WeChat.Conversation;

internal static class ConversationPermissions
{
    /// <summary>Write what the account answers; its voice is the whole platform's.</summary>
    public const string EditAnswers = "wechat.edit-answers";

    /// <summary>Read what followers wrote.</summary>
    public const string ReadMessages = "wechat.read-messages";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(EditAnswers, "编写公众号自动回复") { IsSiteWide = true },
        new(ReadMessages, "查看公众号消息记录") { IsSiteWide = true },
    ];
}
