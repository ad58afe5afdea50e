namespace PartyCms.WeChat.Client.Errors;

/// <summary>The codes of WeChat's that the site acts on by itself.</summary>
internal static class WeChatCode
{
    public const int InvalidCredential = 40001;
    public const int InvalidOpenId = 40003;
    public const int InvalidMediaId = 40007;
    public const int InvalidAppId = 40013;
    public const int InvalidUrl = 40066;
    public const int InvalidSecret = 40125;
    public const int AddressNotListed = 40164;
    public const int NoConsent = 43101;
    public const int DailyQuota = 45009;
    public const int MinuteQuota = 45011;
    public const int TooManyTags = 45059;
    public const int DuplicateMassSend = 45065;
    public const int MassSendTooSoon = 45066;
    public const int NoMenu = 46003;
    public const int Unauthorized = 48001;
}
