using Microsoft.Extensions.Options;
using PartyCms.Kernel.Data;
using PartyCms.WeChat.Callback;
using PartyCms.WeChat.Client.Tokens;

namespace PartyCms.WeChat.Console.Connection;

/// <summary>What is known of the connection without calling WeChat.</summary>
internal sealed class ReadConnection(
    CmsDbContext db, TokenStore tokens, ConnectionReports reports, IOptions<WeChatOptions> options)
{
    public async Task<ConnectionState> RunAsync(CancellationToken cancellationToken)
    {
        var appId = options.Value.AppId;
        var token = options.Value.HasApi ? await tokens.ReadAsync(TokenKind.Access, cancellationToken) : null;
        var lastPush = await db.Set<InboundPush>().MaxAsync(push => (DateTimeOffset?)push.ReceivedUtc, cancellationToken);
        var verification = await db.Set<AccountVerification>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.AppId == appId, cancellationToken);
        return new ConnectionState(
            token is null ? null : new TokenState(token.Protected is null ? null : token.ObtainedUtc, token.ExpiresUtc),
            lastPush,
            verification,
            await reports.FindAsync(cancellationToken));
    }
}

/// <summary>What is known of the connection.</summary>
/// <param name="Token">Null where the site has no account.</param>
/// <param name="LastPushUtc">When WeChat last reached the site; of older pushes nothing is kept.</param>
/// <param name="Verification">Null where WeChat has said nothing about it yet.</param>
/// <param name="Report">The last check; null before the first.</param>
internal sealed record ConnectionState(
    TokenState? Token,
    DateTimeOffset? LastPushUtc,
    AccountVerification? Verification,
    ConnectionReport? Report);

/// <summary>The token of the account, without the token.</summary>
internal sealed record TokenState(DateTimeOffset? ObtainedUtc, DateTimeOffset? ExpiresUtc);
