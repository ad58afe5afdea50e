using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using PartyCms.Kernel.Time;
using PartyCms.Organization.Contracts;
using PartyCms.WeChat.Delivery;

namespace PartyCms.WeChat.Pages.Admin.WeChat.Deliveries;

/// <summary>The board: every issue with its three truths, and what is left of the mass sends.</summary>
[Authorize(DeliveryPermissions.See)]
internal sealed class IndexModel(
    IssueDesk desk, ReadMassSends sends, BranchDirectory branches, IOptions<WeChatOptions> options, SiteTime time) : PageModel
{
    private Dictionary<Guid, string> _branches = [];

    public static IReadOnlyList<string> Weekdays { get; } = ["一", "二", "三", "四", "五", "六", "日"];

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public bool HasAccount => options.Value.HasApi;

    public IReadOnlyList<IssueCard> Issues { get; private set; } = [];

    public string? NextHref { get; private set; }

    public MassSendAllowance Allowance { get; private set; } = new(0, 0, "");

    public string Month { get; private set; } = "";

    /// <summary>Weeks from Monday; places outside of the month are null.</summary>
    public IReadOnlyList<MassSendDay?[]> Calendar { get; private set; } = [];

    public static string StyleOf(IssueStage stage) => stage switch
    {
        IssueStage.Published or IssueStage.MassSent => "Published",
        IssueStage.Failed or IssueStage.LeftBox => "late",
        IssueStage.AwaitingSecond => "PublishedWithDraft",
        IssueStage.Abandoned or IssueStage.Withdrawn => "Withdrawn",
        _ => "Draft",
    };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var before = Before is > 0 and < 3_155_378_975_999_999_999 ? new DateTimeOffset(Before.Value, TimeSpan.Zero) : (DateTimeOffset?)null;
        var found = await desk.ListAsync(before, cancellationToken);
        Issues = [.. found.Take(IssueDesk.PageSize)];
        NextHref = found.Count > IssueDesk.PageSize
            ? string.Create(CultureInfo.InvariantCulture, $"/admin/wechat/deliveries?before={Issues[^1].Issue.CreatedUtc.UtcTicks}")
            : null;
        _branches = (await branches.ListAsync(cancellationToken)).ToDictionary(branch => branch.Id, branch => branch.Name);
        var sent = await sends.RunAsync(cancellationToken);
        var today = MassSendQuota.DayOf(time.Now);
        Allowance = MassSendQuota.Of(options.Value.Kind, sent, time.Now);
        Month = today.ToString("yyyy年M月", CultureInfo.InvariantCulture);
        Calendar = MassSendCalendar.Of(today, sent);
    }

    public string BranchName(Guid? id) => id is { } known ? _branches.GetValueOrDefault(known, "") : "";

    public string Minute(DateTimeOffset instant) => time.FormatMinute(instant);
}
