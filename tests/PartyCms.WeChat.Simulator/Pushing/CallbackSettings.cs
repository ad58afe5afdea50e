using PartyCms.WeChat.Simulator.Wire;

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
    }

    /// <summary>Where pushes go; empty switches them off.</summary>
    /// <exception cref="ArgumentException">It is not an address of the web.</exception>
    public string Url
    {
        get;
        set => field = value.Length == 0 || WebAddress.Is(value)
            ? value
            : throw new ArgumentException("The callback needs an http or https address.", nameof(value));
    }

    /// <summary>What they are signed with.</summary>
    public string Token { get; set; }

    /// <summary>What they are encrypted with, 43 letters and digits.</summary>
    /// <exception cref="ArgumentException">It is of another shape.</exception>
    public string EncodingAesKey
    {
        get;
        set => field = value.Length == 43 && value.All(char.IsAsciiLetterOrDigit)
            ? value
            : throw new ArgumentException("An EncodingAESKey has 43 letters and digits.", nameof(value));
    }

    /// <summary>Whether they are encrypted.</summary>
    public SimulatedCallbackMode Mode { get; set; }

    /// <summary>How long one attempt may take before WeChat hangs up; the real one waits 5 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often one push is tried in all.</summary>
    public int Attempts { get; set; } = 3;

    /// <summary>After so many failures in a row WeChat stops pushing for one minute.</summary>
    public int FailuresBeforePause { get; set; } = 20;

    /// <summary>Takes pushes instead of the network, for a site that runs inside of a test.</summary>
    public HttpMessageHandler? Handler { get; set; }
}
