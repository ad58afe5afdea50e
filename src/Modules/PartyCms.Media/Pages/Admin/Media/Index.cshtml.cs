using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using PartyCms.Kernel.Web;
using PartyCms.Media.Files;
using PartyCms.Media.Folders;
using PartyCms.Media.Library;
using PartyCms.Media.Storage;

namespace PartyCms.Media.Pages.Admin.Media;

/// <summary>The library: the folders and files of the caller's part of the tree.</summary>
[Authorize(Policy = MediaPermissions.Upload)]
internal sealed class IndexModel(MediaPlaces places, ListMedia list) : PageModel
{
    private const int PageSize = 24;

    [BindProperty(SupportsGet = true)]
    public Guid? Folder { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>What is shown; null for everything the caller may see.</summary>
    public MediaPlace? Place { get; private set; }

    /// <summary>Where uploads go.</summary>
    public MediaPlace Target { get; private set; } = null!;

    public IReadOnlyList<MediaPlace> Tops { get; private set; } = [];

    public IReadOnlyList<TrailStep> Steps { get; private set; } = [];

    public IReadOnlyList<MediaFolder> Folders { get; private set; } = [];

    /// <summary>All folders of the unit, to move this one below.</summary>
    public IReadOnlyList<MediaFolder> AllFolders { get; private set; } = [];

    public IReadOnlyList<MediaFile> Files { get; private set; } = [];

    public string? NextHref { get; private set; }

    public bool IsSearch => !string.IsNullOrWhiteSpace(Search);

    public async Task<IActionResult> OnGetAsync(string? after, CancellationToken cancellationToken)
    {
        Search = Search is { Length: > ListMedia.LongestSearch } ? Search[..ListMedia.LongestSearch] : Search;
        Tops = await places.TopsAsync(cancellationToken);
        var isNamed = Folder is not null || !string.IsNullOrEmpty(Unit);
        if (await places.FindAsync(Folder, Unit, cancellationToken) is not { } target)
        {
            return NotFound();
        }

        Target = target;
        Place = isNamed || Tops.Count == 1 ? target : null;
        if (Place is not null)
        {
            AllFolders = await places.AllAsync(Place, cancellationToken);
            Folders = [.. AllFolders.Where(row => row.ParentId == Place.Folder?.Id)];
            Steps = Trail.Of(Place, AllFolders);
        }

        var page = await list.RunAsync(new(Place, Search, Kinds.Parse(Kind), after, PageSize), cancellationToken);
        Files = page.Files;
        NextHref = page.Next is null ? null : Href(Kind, page.Next);
        return Page();
    }

    /// <summary>Address of this view with another kind or page.</summary>
    public string Href(string? kind, string? after = null) => QueryHelpers.AddQueryString(
        "/admin/media",
        new Dictionary<string, string?>
        {
            ["folder"] = Folder?.ToString("N"),
            ["unit"] = Folder is null ? Unit : null,
            ["q"] = Search,
            ["kind"] = kind,
            ["after"] = after,
        }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    /// <summary>Upload where no script runs; with script the page sends pieces, which can be taken up again.</summary>
    [RequestSizeLimit(MediaLimits.LargestFormRequest)]
    public Task<IActionResult> OnPostUploadAsync(
        List<IFormFile> file, [FromServices] UploadMedia upload, [FromServices] MediaFolders folders, CancellationToken cancellationToken) =>
        WithPlaceAsync(async place =>
        {
            foreach (var sent in file)
            {
                await using var body = sent.OpenReadStream();
                using var incoming = await IncomingFile.ReceiveAsync(folders, body, MediaLimits.LargestForm, cancellationToken);
                var outcome = incoming is null
                    ? new UploadOutcome.Refused(UploadOutcome.TooLarge, MediaLimits.TooLarge(MediaLimits.LargestForm))
                    : await upload.RunAsync(incoming.Location, sent.FileName, "", place, cancellationToken);
                if (outcome is UploadOutcome.Refused refused)
                {
                    TempData.ToastFault($"{sent.FileName}：{refused.Remedy}");
                    return LocalRedirect(place.Href);
                }
            }

            Tell(file.Count > 0 ? null : "没有收到文件，请选择一个文件再传。", "已上传");
            return LocalRedirect(place.Href);
        }, cancellationToken);

    public Task<IActionResult> OnPostFolderAsync(string? name, [FromServices] CreateFolder create, CancellationToken cancellationToken) =>
        WithPlaceAsync(async place =>
        {
            var outcome = await create.RunAsync(place, name, cancellationToken);
            Tell(outcome.Verdict == FolderVerdict.Done ? null : outcome.Remedy, "已新建文件夹");
            return LocalRedirect(outcome.Folder is null ? place.Href : (place with { Folder = outcome.Folder }).Href);
        }, cancellationToken);

    public Task<IActionResult> OnPostMoveAsync(
        string? name, Guid? parent, [FromServices] MoveFolder move, CancellationToken cancellationToken) =>
        WithFolderAsync(async place =>
        {
            var to = parent is null ? place with { Folder = null } : await places.FindAsync(parent.Value, cancellationToken);
            if (to is null)
            {
                return NotFound();
            }

            var outcome = await move.RunAsync(place, to, name, cancellationToken);
            Tell(outcome.Verdict == FolderVerdict.Done ? null : outcome.Remedy, "已保存");
            return LocalRedirect(place.Href);
        }, cancellationToken);

    public Task<IActionResult> OnPostDeleteAsync([FromServices] DeleteFolder delete, CancellationToken cancellationToken) =>
        WithFolderAsync(async place =>
        {
            var outcome = new FolderOutcome(await delete.RunAsync(place, cancellationToken));
            Tell(outcome.Verdict == FolderVerdict.Done ? null : outcome.Remedy, "已删除文件夹");
            return LocalRedirect(outcome.Verdict == FolderVerdict.Done ? (place with { Folder = null }).Href : place.Href);
        }, cancellationToken);

    private void Tell(string? fault, string done)
    {
        if (fault is null)
        {
            TempData.Toast(done);
        }
        else
        {
            TempData.ToastFault(fault);
        }
    }

    private async Task<IActionResult> WithPlaceAsync(Func<MediaPlace, Task<IActionResult>> act, CancellationToken cancellationToken) =>
        await places.FindAsync(Folder, Unit, cancellationToken) is { } place ? await act(place) : NotFound();

    private Task<IActionResult> WithFolderAsync(Func<MediaPlace, Task<IActionResult>> act, CancellationToken cancellationToken) =>
        WithPlaceAsync(place => place.Folder is null ? Task.FromResult<IActionResult>(NotFound()) : act(place), cancellationToken);
}
