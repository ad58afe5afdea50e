using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Time;
using PartyCms.WeChat.Client;
using PartyCms.WeChat.Client.Diagnostics;
using PartyCms.WeChat.Console;

namespace PartyCms.WeChat.Pages.Admin.WeChat.Connection;

/// <summary>What WeChat remembers of one call that failed.</summary>
[Authorize(Policy = ConsolePermissions.Manage)]
internal sealed partial class CallModel(DiagnosticsClient diagnostics, SiteTime time) : PageModel
{
    public string Rid { get; private set; } = "";

    public CallRecord? Record { get; private set; }

    public WeChatError? Error { get; private set; }

    public string When => Record is null ? "" : time.FormatMinute(DateTimeOffset.FromUnixTimeSeconds(Record.InvokeTime));

    /// <summary>The address that was called, without the token of the time.</summary>
    public string Address => Token().Replace(Record?.RequestUrl ?? "", "$1…");

    public async Task OnGetAsync(string? rid, CancellationToken cancellationToken)
    {
        Rid = rid?.Trim() ?? "";
        if (!Shape().IsMatch(Rid))
        {
            return;
        }

        var explained = await diagnostics.ExplainAsync(Rid, cancellationToken);
        Record = explained.Value?.Request;
        Error = explained.Error;
    }

    [GeneratedRegex("^[0-9a-f-]{1,64}$", RegexOptions.IgnoreCase)]
    private static partial Regex Shape();

    [GeneratedRegex("((?:access_token|secret|appsecret)=)[^&]*", RegexOptions.IgnoreCase)]
    private static partial Regex Token();
}
