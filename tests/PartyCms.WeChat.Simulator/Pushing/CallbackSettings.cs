namespace PartyCms.WeChat.Simulator.Pushing;

/// <summary>What the account's owner entered at WeChat about the callback (服务器配置).</summary>
public sealed class CallbackSettings
{
    internal CallbackSettings(SimulatorOptions options)
    {
        Url = options.CallbackUrl;
        Token = options.Token;
        EncodingAesKey = options.EncodingAesKey;
        Mode = options.Mode;
        Timeout = options.PushTimeout;
    }

    /// <summary>Where pushes go; empty switches them off.</summary>
    public string Url { get; set; }

    /// <summary>What they are signed with.</summary>
    public string Token { get; set; }

    /// <summary>What they are encrypted with, 43 characters.</summary>
    public string EncodingAesKey { get; set; }

    /// <summary>Whether they are encrypted.</summary>
    public SimulatedCallbackMode Mode { get; set; }

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan Timeout { get; set; }

    /// <summary>How often one push is tried in all.</summary>
    public int Attempts { get; set; } = 3;

    /// <summary>After so many failures in a row WeChat stops pushing for one minute.</summary>
    public int FailuresBeforePause { get; set; } = 20;
}
