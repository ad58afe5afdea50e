using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;
using PartyCms.Media.Files;

namespace PartyCms.Media.Pages.Admin.Media;

/// <summary>The files of the caller's part of the tree, newest first.</summary>
[Authorize(Policy = MediaPermissions.Upload)]
internal sealed class IndexModel(CmsDbContext db, Caller caller, UploadMedia upload, DeleteMedia delete, SiteTime time) : PageModel
{
    private const int PageSize = 24;

    public IReadOnlyList<MediaFile> Files { get; private set; } = [];

    public string? NextHref { get; private set; }

    public async Task OnGetAsync(long? before, CancellationToken cancellationToken)
    {
        var files = Scoped().AsNoTracking();
        if (before is { } ticks and > 0 && ticks < DateTime.MaxValue.Ticks)
        {
            var instant = new DateTimeOffset(ticks, TimeSpan.Zero);
            files = files.Where(file => file.UploadedUtc < instant);
        }

        var rows = await files.OrderByDescending(file => file.UploadedUtc).Take(PageSize + 1).ToListAsync(cancellationToken);
        Files = [.. rows.Take(PageSize)];
        NextHref = rows.Count > PageSize
            ? "/admin/media?before=" + Files[^1].UploadedUtc.UtcTicks.ToString(CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>Upload where no script runs; with script the page uses the endpoint, which tells the progress.</summary>
    [RequestSizeLimit(UploadMedia.MostBytes + (64 * 1024))]
    public async Task<IActionResult> OnPostUploadAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is not null)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellationToken);
            TempData.Toast(await upload.RunAsync(content.ToArray(), file.FileName, "", cancellationToken) is UploadOutcome.Refused refused
                ? refused.Remedy
                : "已上传");
        }

        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAltAsync(Guid id, string? alt, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } file)
        {
            return NotFound();
        }

        var text = (alt ?? "").Trim();
        file.Alt = text.Length > MediaFileConfiguration.AltLength ? text[..MediaFileConfiguration.AltLength] : text;
        await db.SaveChangesAsync(cancellationToken);
        TempData.Toast("已保存图片说明");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } file)
        {
            return NotFound();
        }

        TempData.Toast(await delete.RunAsync(file, cancellationToken)
            ? "已删除"
            : "没有删除：有内容（含历史版本）正在用这个文件。请先从内容里去掉它。");
        return RedirectToPage();
    }

    public static string SizeOf(MediaFile file) => file.Size >= 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{file.Size / 1048576.0:0.#} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, file.Size / 1024)} KB");

    public string DayOf(MediaFile file) => time.FormatDay(file.UploadedUtc);

    private IQueryable<MediaFile> Scoped() =>
        caller.ScopeOf(MediaPermissions.Upload).Filter(db.Set<MediaFile>(), db, file => file.OrgUnitId);

    private Task<MediaFile?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        Scoped().SingleOrDefaultAsync(file => file.Id == id, cancellationToken);
}
