using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Settings;
using PartyCms.WeChat.Callback;

namespace PartyCms.WeChat.Conversation;

/// <summary>
/// Keeps what WeChat last told about the verification of the organization behind the account, for whoever looks after
/// it: an account whose verification lapses loses most of what it may do.
/// </summary>
internal sealed class RecordVerification(SiteSettings settings, AuditLog audit) : IPushHandler
{
    /// <summary>Name of the setting that holds the news, a name of <see cref="VerificationNews"/>.</summary>
    public const string NewsSetting = "wechat.verification";

    /// <summary>Name of the setting that holds its time, ISO 8601 in UTC; empty for none.</summary>
    public const string TimeSetting = "wechat.verification-time";

    public async Task HandleAsync(HandledPush push, CancellationToken cancellationToken)
    {
        if (push.Message.Content is VerificationChanged changed)
        {
            await settings.SetAsync(NewsSetting, changed.News.ToString(), cancellationToken);
            await settings.SetAsync(
                TimeSetting, changed.At?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "", cancellationToken);
            audit.Add("wechat.verification", null, $"{changed.News} {changed.FailReason}".Trim());
        }
    }
}
