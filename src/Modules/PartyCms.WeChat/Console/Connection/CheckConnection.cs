using PartyCms.WeChat.Client;
using PartyCms.WeChat.Client.Capabilities;
using PartyCms.WeChat.Client.Diagnostics;
using PartyCms.WeChat.Client.Tokens;

namespace PartyCms.WeChat.Console.Connection;

/// <summary>Tries everything out that the site needs of WeChat, and keeps what was found.</summary>
internal sealed class CheckConnection(
    AccessTokens tokens,
    TokenStore store,
    ProbeCapabilities probe,
    DiagnosticsClient diagnostics,
    ConnectionReports reports,
    TimeProvider clock)
{
    // What a branch uses up first.
    private static readonly (string Path, string Name)[] Counted =
    [
        ("/cgi-bin/draft/add", "新建草稿"),
        ("/cgi-bin/freepublish/submit", "发布"),
        ("/cgi-bin/freepublish/get", "查询发布进度"),
        ("/cgi-bin/message/mass/sendall", "群发"),
        ("/cgi-bin/material/add_material", "上传素材"),
        ("/cgi-bin/menu/create", "发布菜单"),
        ("/cgi-bin/user/get", "读取关注者名单"),
        ("/cgi-bin/message/custom/send", "客服消息"),
    ];

    public async Task<ConnectionReport> RunAsync(CancellationToken cancellationToken)
    {
        // Somebody may have put right what WeChat refused.
        await store.ForgetRefusalAsync(TokenKind.Access, cancellationToken);
        await store.ForgetRefusalAsync(TokenKind.JsSdkTicket, cancellationToken);
        var token = await tokens.GetAsync(cancellationToken);
        var report = token.IsOk
            ? await LookCloselyAsync(cancellationToken)
            : new ConnectionReport { CheckedUtc = clock.GetUtcNow(), TokenError = Reported(token.Error) };
        await reports.SaveAsync(report, cancellationToken);
        return report;
    }

    private static ReportedError? Reported(WeChatError? error) => error is null
        ? null
        : new ReportedError(error.Code, error.Meaning, error.Remedy, error.Rid, error.RefusedAddress);

    private static ReportedCallback Reported(WeChatResult<CallbackCheck> check) => check.IsOk
        ? new ReportedCallback(
            [.. check.Value.Dns.Select(name => name.Ip).OfType<string>().Distinct(StringComparer.Ordinal)],
            [.. check.Value.Ping.Select(ping => new ReportedPing(ping.FromOperator ?? "", ping.PackageLoss ?? "", ping.Time ?? ""))],
            null)
        : new ReportedCallback([], [], Reported(check.Error));

    private async Task<ConnectionReport> LookCloselyAsync(CancellationToken cancellationToken)
    {
        var callback = diagnostics.CheckCallbackAsync(cancellationToken);
        var probes = await probe.RunAsync(cancellationToken);
        return new ConnectionReport
        {
            CheckedUtc = clock.GetUtcNow(),
            Probes = [.. probes.Select(one => new ReportedProbe(
                one.Capability, one.Verdict, one.Verdict == ProbeVerdict.Granted ? null : Reported(one.Error)))],
            Quotas = await ReadQuotasAsync(cancellationToken),
            Callback = Reported(await callback),
        };
    }

    private async Task<IReadOnlyList<ReportedQuota>> ReadQuotasAsync(CancellationToken cancellationToken)
    {
        var read = await Task.WhenAll(Counted.Select(async counted =>
        {
            var quota = await diagnostics.GetQuotaAsync(counted.Path, cancellationToken);
            return quota.IsOk
                ? new ReportedQuota(counted.Path, counted.Name, quota.Value.Quota.DailyLimit, quota.Value.Quota.Used)
                : null;
        }));
        return [.. read.OfType<ReportedQuota>()];
    }
}
