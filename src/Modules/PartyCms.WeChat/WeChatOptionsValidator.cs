using System.Globalization;
using Microsoft.Extensions.Options;
using PartyCms.WeChat.Crypto;

namespace PartyCms.WeChat;

/// <summary>Names the key, its fault and the remedy, so that whoever starts the site need not search.</summary>
internal sealed class WeChatOptionsValidator : IValidateOptions<WeChatOptions>
{
    private const string WhereToLook = "copy it from mp.weixin.qq.com, 设置与开发, 基本配置.";

    public ValidateOptionsResult Validate(string? name, WeChatOptions options)
    {
        var faults = FaultsOf(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(WeChatOptions options) =>
    [
        .. FaultsOfAccount(options),
        .. FaultsOfCallback(options),
        .. FaultsOfNames(options),
        .. FaultsOfNumber("TimeoutSeconds", options.TimeoutSeconds, least: 1, most: 60),
        .. FaultsOfNumber("ReplayMinutes", options.ReplayMinutes, least: 0, most: 24 * 60),
        .. FaultsOfNumber("MessageLogDays", options.MessageLogDays, least: 0, most: 365),
        .. FaultsOfOrigin("ApiBase", options.ApiBase),
        .. FaultsOfOrigin("OpenBase", options.OpenBase),
        .. FaultsOfOrigin("MpBase", options.MpBase),
    ];

    private static IEnumerable<string> FaultsOfAccount(WeChatOptions options)
    {
        string[] others = [options.AppSecret, options.Token, options.EncodingAesKey, options.PreviousEncodingAesKey];
        if (options.AppId.Length == 0 && others.Any(value => value.Length > 0))
        {
            yield return $"WeChat:AppId is empty though other keys of WeChat are set; {WhereToLook}";
        }

        if (!options.AppId.All(IsNameCharacter))
        {
            yield return $"WeChat:AppId is not made of letters and digits only; {WhereToLook}";
        }
    }

    private static IEnumerable<string> FaultsOfCallback(WeChatOptions options)
    {
        if (options.Token.Length > 0 && (options.Token.Length is < 3 or > 32 || !options.Token.All(IsNameCharacter)))
        {
            yield return "WeChat:Token is not 3 to 32 letters and digits; choose one and enter it at WeChat as well.";
        }

        if (options.Token.Length == 0 && options.EncodingAesKey.Length > 0)
        {
            yield return $"WeChat:Token is empty though WeChat:EncodingAesKey is set; {WhereToLook}";
        }

        var encrypted = options.Token.Length > 0
            && !string.Equals(options.Mode, nameof(CallbackMode.Plain), StringComparison.OrdinalIgnoreCase);
        if (encrypted && options.EncodingAesKey.Length == 0)
        {
            yield return $"WeChat:EncodingAesKey is empty though WeChat:Mode is {options.Mode}; {WhereToLook}";
        }

        foreach (var (key, value) in new[]
        {
            ("EncodingAesKey", options.EncodingAesKey),
            ("PreviousEncodingAesKey", options.PreviousEncodingAesKey),
        })
        {
            if (value.Length > 0 && !EncodingAesKey.TryParse(value, out _))
            {
                yield return $"WeChat:{key} is not {EncodingAesKey.Length} letters and digits; {WhereToLook}";
            }
        }
    }

    private static IEnumerable<string> FaultsOfNames(WeChatOptions options)
    {
        if (!IsNameOf<CallbackMode>(options.Mode))
        {
            yield return $"WeChat:Mode is {options.Mode}; set {Names<CallbackMode>()}, as chosen at WeChat.";
        }

        if (!IsNameOf<AccountKind>(options.AccountKind))
        {
            yield return $"WeChat:AccountKind is {options.AccountKind}; set {Names<AccountKind>()}.";
        }

        if (!bool.TryParse(options.Verified, out _))
        {
            yield return $"WeChat:Verified is {options.Verified}; set true or false.";
        }
    }

    private static IEnumerable<string> FaultsOfNumber(string key, string value, int least, int most)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number < least || number > most)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"WeChat:{key} is {value}; set a number from {least} to {most}.");
        }
    }

    private static IEnumerable<string> FaultsOfOrigin(string key, string value)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("https" or "http") || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            yield return $"WeChat:{key} is no address like https://host; remove the key to use WeChat's own.";
        }
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';

    private static bool IsNameOf<TEnum>(string value)
        where TEnum : struct, Enum =>
        Enum.GetNames<TEnum>().Contains(value, StringComparer.OrdinalIgnoreCase);

    private static string Names<TEnum>()
        where TEnum : struct, Enum =>
        string.Join(" or ", Enum.GetNames<TEnum>());
}
