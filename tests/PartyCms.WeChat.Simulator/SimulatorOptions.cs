using PartyCms.WeChat.Simulator.Accounts;
using PartyCms.WeChat.Simulator.Pushing;

namespace PartyCms.WeChat.Simulator;

/// <summary>How a simulator starts; everything but the address can be changed later in its world.</summary>
public sealed class SimulatorOptions
{
    /// <summary>AppID of <c>dotnet run</c> and of tests that do not choose one.</summary>
    public const string DefaultAppId = "wx5020simulator01";

    /// <summary>Secret that belongs to <see cref="DefaultAppId"/>.</summary>
    public const string DefaultAppSecret = "5020simulatorsecret5020simulator";

    /// <summary>Token that callbacks are signed with unless another one is chosen.</summary>
    public const string DefaultToken = "partycmssimulator";

    /// <summary>Key that callbacks are encrypted with unless another one is chosen; 43 characters.</summary>
    public const string DefaultEncodingAesKey = "PartyCmsWeChatSimulator50205000PartyCmsWeCh";

    /// <summary>Where to listen; port 0 takes any free one.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>WeChat's clock; by default it goes with the computer's.</summary>
    public SimulatorClock Clock { get; init; } = new(TimeProvider.System);

    /// <summary>AppID of the one account.</summary>
    public string AppId { get; init; } = DefaultAppId;

    /// <summary>The account's secret.</summary>
    public string AppSecret { get; init; } = DefaultAppSecret;

    /// <summary>The account's original id, <c>ToUserName</c> of pushes.</summary>
    public string OriginalId { get; init; } = "gh_5020simulator";

    /// <summary>Kind of account; decides with <see cref="Verified"/> what may be called.</summary>
    public SimulatedAccountKind Kind { get; init; } = SimulatedAccountKind.Service;

    /// <summary>Whether the organization behind the account is verified (认证).</summary>
    public bool Verified { get; init; } = true;

    /// <summary>Callback address that pushes go to; empty means that nothing is pushed.</summary>
    public string CallbackUrl { get; init; } = "";

    /// <summary>What callbacks are signed with.</summary>
    public string Token { get; init; } = DefaultToken;

    /// <summary>What callbacks are encrypted with.</summary>
    public string EncodingAesKey { get; init; } = DefaultEncodingAesKey;

    /// <summary>Whether callbacks are encrypted.</summary>
    public SimulatedCallbackMode Mode { get; init; } = SimulatedCallbackMode.Safe;

    /// <summary>Address of the account's site, opened from the phone.</summary>
    public string SiteUrl { get; init; } = "";

    /// <summary>Address at which the site recognizes who opens it, opened from the phone.</summary>
    public string SignInUrl { get; init; } = "";

    /// <summary>Whether three followers and the demo's templates are there from the start.</summary>
    public bool SeedDemo { get; init; }
}
