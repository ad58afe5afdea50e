using System.Security.Cryptography;
using System.Text;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Text;
using PartyCms.Kernel.Time;
using PartyCms.Media.Folders;
using PartyCms.Media.Storage;

namespace PartyCms.Media.Files;

/// <summary>
/// Takes a file that has wholly come in: looks at its bytes, cleans it, keeps it, and remembers whose it is. The caller
/// has found the place among its own (<see cref="MediaPlaces" />).
/// </summary>
internal sealed class UploadMedia(
    CmsDbContext db, IMediaStore store, UnsettledFiles unsettled, FileCleaning cleaning, IDatabaseProvider provider, Caller caller,
    AuditLog audit, SiteTime time)
{
    /// <param name="location">The file on this machine; it stays where it is.</param>
    /// <param name="name">Its name on the device it comes from.</param>
    /// <param name="alt">What a picture shows; may be empty.</param>
    /// <param name="place">Where it is to stand.</param>
    /// <param name="cancellationToken">Stops the work; nothing is kept then.</param>
    /// <param name="at">The path it had on the site it comes from; null for a file that is new. Kept where its kind is true.</param>
    public async Task<UploadOutcome> RunAsync(
        string location, string name, string alt, MediaPlace place, CancellationToken cancellationToken, MediaPath? at = null)
    {
        var (clean, type, fault) = await InspectAsync(location, name, cancellationToken);
        if (clean is null)
        {
            return fault!;
        }

        try
        {
            var id = Guid.CreateVersion7(time.Now);
            var path = await FindPathAsync(id, clean, type!, place, at, cancellationToken);
            return await KeepAsync(Describe(id, path, clean, type!, name, alt, place), clean.Location, at, cancellationToken);
        }
        finally
        {
            Discard(clean, location);
        }
    }

    /// <summary>The path at which a file would be kept, or what would be wrong with it; nothing is kept.</summary>
    public async Task<(string? Path, UploadOutcome.Refused? Refusal)> ForeseeAsync(
        string location, string name, MediaPlace place, MediaPath? at, CancellationToken cancellationToken)
    {
        var (clean, type, fault) = await InspectAsync(location, name, cancellationToken);
        if (clean is null)
        {
            return (null, fault);
        }

        Discard(clean, location);
        var path = await FindPathAsync(Guid.CreateVersion7(time.Now), clean, type!, place, at, cancellationToken);
        return ((await FindSameAsync(Describe(Guid.Empty, path, clean, type!, name, "", place), at, cancellationToken))?.Path ?? path, null);
    }

    private async Task<(CleanFile? Clean, MediaType? Type, UploadOutcome.Refused? Refusal)> InspectAsync(
        string location, string name, CancellationToken cancellationToken)
    {
        var (head, length) = await ReadHeadAsync(location, cancellationToken);
        if (FileInspection.Check(head, length, name) is { } refusal)
        {
            return (null, null, refusal);
        }

        var type = MediaType.Of(head)!;
        var (clean, fault) = await cleaning.RunAsync(location, type, cancellationToken);
        return (clean, type, fault);
    }

    private static void Discard(CleanFile clean, string location)
    {
        if (clean.Location != location)
        {
            File.Delete(clean.Location);
        }
    }

    private async Task<string> FindPathAsync(
        Guid id, CleanFile clean, MediaType type, MediaPlace place, MediaPath? at, CancellationToken cancellationToken)
    {
        if (at?.Type == type)
        {
            return at.Value;
        }

        // What was this unit's before it was moved to another stands there under that name.
        var path = PathOf(clean, type, place, "");
        return await db.Set<MediaFile>().AnyAsync(row => row.Path == path && row.OrgUnitId != place.OrgUnitId, cancellationToken)
            ? PathOf(clean, type, place, id.ToString("N"))
            : path;
    }

    private async Task<UploadOutcome> KeepAsync(
        MediaFile file, string location, MediaPath? at, CancellationToken cancellationToken)
    {
        if (await FindSameAsync(file, at, cancellationToken) is { } known)
        {
            known.Alt = known.Alt.Length == 0 ? file.Alt : known.Alt;
            await db.SaveChangesAsync(cancellationToken);
            return new UploadOutcome.Stored(known, IsNew: false);
        }

        var note = await unsettled.BeginAsync(file.Path, cancellationToken);
        await store.PutAsync(file.Path, location, file.ContentType, cancellationToken);
        db.Add(file);
        audit.Add("media.uploaded", file.Id.ToString("N"), file.OriginalName);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            // The same file came twice at once; the other one was first.
            db.ChangeTracker.Clear();
            return await FindSameAsync(file, at, cancellationToken) is { } first
                ? new UploadOutcome.Stored(first, IsNew: false)
                : throw new DbUpdateConcurrencyException("The same file was uploaded and deleted at once.", exception);
        }

        // Somebody may have deleted the same content while it came in again.
        if (!await store.ContainsAsync(file.Path, cancellationToken))
        {
            await store.PutAsync(file.Path, location, file.ContentType, cancellationToken);
        }

        UnsettledFiles.End(note);
        return new UploadOutcome.Stored(file, IsNew: true);
    }

    // The same content is one file of a unit; a file that keeps its path is known by that.
    private Task<MediaFile?> FindSameAsync(MediaFile file, MediaPath? at, CancellationToken cancellationToken) =>
        (file.Path == at?.Value
            ? db.Set<MediaFile>().Where(row => row.Path == file.Path)
            : db.Set<MediaFile>().Where(row => row.OrgUnitId == file.OrgUnitId && row.Sha256 == file.Sha256))
        .OrderBy(row => row.Path).FirstOrDefaultAsync(cancellationToken);

    // The unit goes into the name, so that the same picture of two branches is two files and each may delete its own.
    private string PathOf(CleanFile clean, MediaType type, MediaPlace place, string salt)
    {
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(clean.Sha256 + (place.OrgUnitId ?? Guid.Empty).ToString("N") + salt));
        return MediaPath.For(time.Today, Convert.ToHexStringLower(hash), type).Value;
    }

    private MediaFile Describe(Guid id, string path, CleanFile clean, MediaType type, string name, string alt, MediaPlace place) =>
        new()
        {
            Id = id,
            Path = path,
            OriginalName = NameOf(name, type),
            ContentType = type.ContentType,
            Size = clean.Length,
            Width = clean.Size?.Width,
            Height = clean.Size?.Height,
            Sha256 = clean.Sha256,
            Alt = MediaName.Shorten(WellFormed.Text(alt).Trim(), MediaFileConfiguration.AltLength),
            OrgUnitId = place.OrgUnitId,
            FolderId = place.Folder?.Id,
            UploadedBy = caller.Id,
            UploadedByName = caller.Name,
            UploadedUtc = time.Now,
        };

    // Pasted pictures come without a name.
    private static string NameOf(string name, MediaType type) =>
        MediaName.Clean(name) is { Length: > 0 } clean ? clean : "未命名." + type.Extension;

    private static async Task<(byte[] Head, long Length)> ReadHeadAsync(string location, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(location);
        var head = new byte[MediaType.SignatureLength];
        var read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        return (head[..read], file.Length);
    }
}
