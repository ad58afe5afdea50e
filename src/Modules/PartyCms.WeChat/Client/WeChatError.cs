using System.Globalization;
using System.Text.RegularExpressions;
using PartyCms.WeChat.Client.Errors;

namespace PartyCms.WeChat.Client;

/// <summary>Why a call to WeChat gave nothing.</summary>
/// <param name="Code">WeChat's <c>errcode</c>; null where no answer of WeChat's could be read.</param>
/// <param name="Message">WeChat's <c>errmsg</c> without the id of the call, or what happened on the way; English.</param>
/// <param name="Rid">WeChat's id of the call, with which it explains the call for seven days; null where it gave none.</param>
/// <param name="Class">What to do about it.</param>
/// <param name="MayHaveHappened">
/// Whether WeChat may nevertheless have done what was asked: the answer was lost, or said nothing about it. Such a call
/// must not be repeated blindly when repeating does harm.
/// </param>
internal sealed partial record WeChatError(
    int? Code, string Message, string? Rid, ErrorClass Class, bool MayHaveHappened)
{
    /// <summary>What it means, for people, in Chinese.</summary>
    public string Meaning => Explanation.Meaning;

    /// <summary>What to do about it, for people, in Chinese.</summary>
    public string Remedy => Explanation.Remedy;

    /// <summary>Whether the same call may end well within the minute.</summary>
    public bool IsTransient => Class is ErrorClass.Busy or ErrorClass.UnknownOutcome;

    /// <summary>The address that WeChat saw and does not let in, where that is the trouble (40164 and the like).</summary>
    public string? RefusedAddress => RefusedAddressPattern().Match(Message) is { Success: true } match ? match.Groups[1].Value : null;

    private ErrorExplanation Explanation => Code is { } code ? ErrorCatalogue.Explain(code) : ErrorCatalogue.Explain(Class);

    /// <summary>WeChat answered with a code other than 0.</summary>
    public static WeChatError Answered(int code, string errmsg)
    {
        var rid = RidPattern().Match(errmsg);
        var message = rid.Success ? errmsg[..rid.Index] : errmsg;
        var kind = ErrorCatalogue.Explain(code).Class;
        return new WeChatError(
            code, message.Trim(), rid.Success ? rid.Groups[1].Value : null, kind, MayHaveHappened: kind == ErrorClass.Busy);
    }

    /// <summary>No connection came about: nothing was sent.</summary>
    public static WeChatError Unreachable(string what) => new(null, what, null, ErrorClass.Busy, MayHaveHappened: false);

    /// <summary>The call was sent; what became of it nobody knows.</summary>
    public static WeChatError Unknown(string what) => new(null, what, null, ErrorClass.UnknownOutcome, MayHaveHappened: true);

    /// <summary>The call was not sent since settings are missing.</summary>
    public static WeChatError NotConfigured { get; } =
        new(null, "AppId or AppSecret is empty.", null, ErrorClass.Configuration, MayHaveHappened: false);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Class} {Code} {Message}{(Rid is null ? "" : " rid: " + Rid)}");

    [GeneratedRegex(@"\s*,?\s*\brid:?\s*([0-9a-f]+(?:-[0-9a-f]+)+)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex RidPattern();

    [GeneratedRegex(@"invalid ip ([0-9a-f.:]+)", RegexOptions.IgnoreCase)]
    private static partial Regex RefusedAddressPattern();
}
