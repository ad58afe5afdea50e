using System.Collections.Frozen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;

namespace PartyCms.Operations.Pages.Admin.Operations;

/// <summary>Who did what, newest first.</summary>
[Authorize(Policy = KernelPermissions.Operate)]
internal sealed class AuditModel(CmsDbContext db, SiteTime time) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Beginnings of kinds that may be chosen, with their names.</summary>
    public static IReadOnlyList<(string Prefix, string Name)> Kinds { get; } =
    [
        ("content.", "内容"), ("account.", "账号"), ("members.", "党员名册"), ("organization.", "组织树"),
        ("media.", "图片与文件"), ("settings.", "设置"), ("disclosure.", "党务公开"), ("job.", "定时任务"), ("outbox.", "后台消息"),
        ("api-client.", "接口客户端"), ("webhook.", "事件推送"),
    ];

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["content.draft-saved"] = "保存草稿",
        ["content.draft-discarded"] = "放弃草稿",
        ["content.published"] = "发布",
        ["content.withdrawn"] = "撤下",
        ["content.reinstated"] = "恢复公开",
        ["content.scheduled"] = "定时",
        ["content.schedule-cancelled"] = "取消定时",
        ["content.schedule-fired"] = "到点执行",
        ["content.schedule-failed"] = "到点没有办成",
        ["content.deleted"] = "删除内容",
        ["disclosure.propose"] = "送审",
        ["disclosure.review"] = "审核通过",
        ["disclosure.approve"] = "同意公开",
        ["disclosure.return"] = "退回",
        ["disclosure.publish"] = "发布公开",
        ["disclosure.publishdirectly"] = "不经审批直接发布",
        ["account.signed-in"] = "登录",
        ["account.sign-in-refused"] = "登录被拒",
        ["account.created"] = "新建账号",
        ["account.locked"] = "锁定账号",
        ["account.unlocked"] = "解锁账号",
        ["account.role-added"] = "增加角色",
        ["account.role-removed"] = "去掉角色",
        ["account.password-reset"] = "重置密码",
        ["account.password-changed"] = "修改密码",
        ["members.viewed"] = "查看名册",
        ["members.added"] = "加入名册",
        ["members.renamed"] = "修改姓名",
        ["members.moved"] = "转支部",
        ["organization.unit-added"] = "新建组织",
        ["organization.unit-changed"] = "修改组织",
        ["organization.unit-moved"] = "移动组织",
        ["media.uploaded"] = "上传文件",
        ["media.deleted"] = "删除文件",
        ["settings.changed"] = "修改设置",
        ["job.asked-to-run"] = "运行任务",
        ["outbox.retried"] = "重试消息",
        ["api-client.created"] = "新建接口客户端",
        ["api-client.rotated"] = "换接口密钥",
        ["api-client.previous-secret-ended"] = "停旧接口密钥",
        ["api-client.revoked"] = "停用接口客户端",
        ["webhook.created"] = "新建推送订阅",
        ["webhook.switched-off"] = "推送自动停用",
        ["webhook.switched-on"] = "启用推送订阅",
        ["webhook.deleted"] = "删除推送订阅",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    public IReadOnlyList<AuditEvent> Events { get; private set; } = [];

    public string? NextHref { get; private set; }

    public async Task OnGetAsync(long? before, CancellationToken cancellationToken)
    {
        var rows = db.Set<AuditEvent>().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Kind))
        {
            rows = rows.Where(row => row.Kind.StartsWith(Kind));
        }

        if (!string.IsNullOrWhiteSpace(Subject))
        {
            var wanted = Subject.Trim();
            rows = rows.Where(row => row.SubjectId == wanted || row.ActorName == wanted);
        }

        if (before is { } id)
        {
            rows = rows.Where(row => row.Id < id);
        }

        var page = await rows.OrderByDescending(row => row.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        Events = [.. page.Take(PageSize)];
        NextHref = page.Count > PageSize
            ? $"/admin/operations/audit?kind={Uri.EscapeDataString(Kind ?? "")}&subject={Uri.EscapeDataString(Subject ?? "")}&before={Events[^1].Id}"
            : null;
    }

    /// <summary>The kind for people; one that has no name here shows as it is.</summary>
    public static string NameOf(string kind) => Names.GetValueOrDefault(kind, kind);

    public string When(AuditEvent row) => time.FormatMinute(row.OccurredUtc);
}
