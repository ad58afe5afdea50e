using Microsoft.Extensions.Logging;
using PartyCms.Accounts.Contracts;
using PartyCms.WeChat.Client.OAuth;
using PartyCms.WeChat.Members.Binding;

namespace PartyCms.WeChat.Members.SignIn;

/// <summary>Learns from WeChat who comes back with a code, and signs the member in whose identity it is.</summary>
internal sealed partial class RecognizeVisitor(
    WebAuthorizationClient authorization, Bindings bindings, MemberSignIn signIn, ILogger<RecognizeVisitor> logger)
{
    public async Task<Recognition> RunAsync(string code, CancellationToken cancellationToken)
    {
        var grant = await authorization.ExchangeAsync(code, cancellationToken);
        if (!grant.IsOk)
        {
            LogNotRecognized(grant.Error.Code, grant.Error.Rid);
            return new Recognition.Failed();
        }

        // The identity of a snapshot page is made up and the same for many people.
        if (grant.Value.IsStandIn)
        {
            return new Recognition.StandIn();
        }

        var openId = grant.Value.OpenId;
        if (await bindings.MemberOfAsync(openId, cancellationToken) is not { } memberId)
        {
            return new Recognition.Unbound(new WeChatVisitor(openId));
        }

        return await signIn.SignInAsync(memberId, "wechat", cancellationToken)
            ? new Recognition.SignedIn()
            : new Recognition.Locked();
    }

    [LoggerMessage(1750, LogLevel.Information, "WeChat did not tell who came back: {Code} (rid {Rid})")]
    private partial void LogNotRecognized(int? code, string? rid);
}

/// <summary>Who came back from WeChat.</summary>
internal abstract record Recognition
{
    private Recognition()
    {
    }

    /// <summary>A member, who is signed in now.</summary>
    internal sealed record SignedIn : Recognition;

    /// <summary>Somebody who is no member yet, as far as the site knows.</summary>
    internal sealed record Unbound(WeChatVisitor Visitor) : Recognition;

    /// <summary>A member whose account is locked.</summary>
    internal sealed record Locked : Recognition;

    /// <summary>The stand-in of a snapshot page; a guest.</summary>
    internal sealed record StandIn : Recognition;

    /// <summary>WeChat did not say. The code may have been used before, when somebody goes back in the browser.</summary>
    internal sealed record Failed : Recognition;
}
