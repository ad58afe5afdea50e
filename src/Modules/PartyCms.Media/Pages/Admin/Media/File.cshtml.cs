using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;
using PartyCms.Media.Files;
using PartyCms.Media.Folders;
using PartyCms.Media.Usage;

namespace PartyCms.Media.Pages.Admin.Media;

/// <summary>One file: what it shows, where it stands, where it is used.</summary>
[Authorize(Policy = MediaPermissions.Upload)]
internal sealed class FileModel(MediaPlaces places, FindUsage usage, Caller caller, SiteTime time) : PageModel
{
    /// <summary>The file of the page.</summary>
    public MediaFile Entry { get; private set; } = null!;

    public MediaPlace Place { get; private set; } = null!;

    public IReadOnlyList<MediaFolder> Folders { get; private set; } = [];

    /// <summary>Tops of the other units the caller may write for.</summary>
    public IReadOnlyList<MediaPlace> Others { get; private set; } = [];

    public MediaUses Uses { get; private set; } = null!;

    /// <summary>Whether the caller may delete it although it is used.</summary>
    public bool MayForce { get; private set; }

    public string UploadedOn => time.FormatMinute(Entry.UploadedUtc);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await places.FindFileAsync(id, cancellationToken) is not { } file)
        {
            return NotFound();
        }

        Entry = file;
        Place = await places.PlaceOfAsync(file, cancellationToken);
        Folders = await places.AllAsync(Place, cancellationToken);
        Others = [.. (await places.TopsAsync(cancellationToken)).Where(top => top.OrgUnitId != Place.OrgUnitId)];
        Uses = await usage.RunAsync(file, cancellationToken);
        MayForce = await caller.CanAsync(MediaPermissions.DeleteUsed, file.OrgUnitId, cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostDescribeAsync(
        Guid id, string? name, string? alt, [FromServices] DescribeMedia describe, CancellationToken cancellationToken) =>
        WithFileAsync(id, async file =>
        {
            if (await describe.RunAsync(file, name, alt, cancellationToken) is { } fault)
            {
                TempData.ToastFault(fault.Remedy);
            }
            else
            {
                TempData.Toast("已保存");
            }

            return LocalRedirect(HrefOf(file));
        }, cancellationToken);

    public Task<IActionResult> OnPostMoveAsync(Guid id, string? to, [FromServices] MoveMedia move, CancellationToken cancellationToken) =>
        WithFileAsync(id, async file =>
        {
            var isFolder = Guid.TryParse(to, out var folder);
            if (string.IsNullOrEmpty(to)
                || await places.FindAsync(isFolder ? folder : null, to, cancellationToken) is not { } place)
            {
                return NotFound();
            }

            if (await move.RunAsync(file, place, cancellationToken))
            {
                TempData.Toast($"已移到“{place.Name}”");
            }
            else
            {
                TempData.ToastFault("这个文件夹刚被删除，请另选一个。");
            }

            return LocalRedirect(HrefOf(file));
        }, cancellationToken);

    public Task<IActionResult> OnPostDeleteAsync(
        Guid id, bool force, [FromServices] DeleteMedia delete, CancellationToken cancellationToken) =>
        WithFileAsync(id, async file =>
        {
            var place = await places.PlaceOfAsync(file, cancellationToken);
            if (await delete.RunAsync(file, force, cancellationToken) == DeleteVerdict.Deleted)
            {
                TempData.Toast("已删除");
                return LocalRedirect(place.Href);
            }

            TempData.ToastFault("没有删除：下面列出的内容正在用它。请先从那里去掉。");
            return LocalRedirect(HrefOf(file) + "#uses");
        }, cancellationToken);

    private static string HrefOf(MediaFile file) => "/admin/media/file/" + file.Id.ToString("N");

    private async Task<IActionResult> WithFileAsync(
        Guid id, Func<MediaFile, Task<IActionResult>> act, CancellationToken cancellationToken) =>
        await places.FindFileAsync(id, cancellationToken) is { } file ? await act(file) : NotFound();
}
