using System.Text.Json;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Recipes;
using PartyCms.Media.Files;
using PartyCms.Media.Folders;
using PartyCms.Media.Storage;
using PartyCms.Media.Usage;

namespace PartyCms.Media.Exporting;

/// <summary>
/// The files that the exported items show, as the step <c>media</c> of Orchard Core with their bytes in it. What only drafts
/// name, and what nothing names, stays here. Name, words and folder come along under names that Orchard Core passes over.
/// </summary>
internal sealed class MediaExport(CmsDbContext db, MediaPlaces places, IMediaStore store) : IRecipeExport
{
    private const int PieceLength = 48 * 1024;

    public int Position => 90;

    public async Task WriteAsync(Utf8JsonWriter steps, ExportScope scope, CancellationToken cancellationToken)
    {
        var files = scope.WithFiles ? await FindAsync(scope, cancellationToken) : [];
        if (files.Count == 0)
        {
            return;
        }

        steps.WriteStartObject();
        steps.WriteString("name", "media");
        steps.WriteStartArray("Files");
        foreach (var file in files)
        {
            if (await store.LocateAsync(file.Path, cancellationToken) is { } location)
            {
                await WriteAsync(steps, file, location, cancellationToken);
            }
        }

        steps.WriteEndArray();
        steps.WriteEndObject();
    }

    private async Task<List<MediaFile>> FindAsync(ExportScope scope, CancellationToken cancellationToken)
    {
        var items = db.Set<ContentItem>().AsNoTracking().Where(item => item.Published);
        if (scope.Types is { } types)
        {
            var names = types.ToList();
            items = items.Where(item => names.Contains(item.ContentType));
        }

        var shown = from usage in db.Set<MediaUsage>()
                    join item in items on usage.ContentItemVersionId equals item.ContentItemVersionId
                    select usage.FilePath;
        return await db.Set<MediaFile>().AsNoTracking().Where(file => shown.Contains(file.Path)).OrderBy(file => file.Path)
            .ToListAsync(cancellationToken);
    }

    // In pieces: a film is never whole in memory.
    private async Task WriteAsync(Utf8JsonWriter steps, MediaFile file, string location, CancellationToken cancellationToken)
    {
        steps.WriteStartObject();
        steps.WriteString("TargetPath", file.Path);
        steps.WriteString("Name", file.OriginalName);
        steps.WriteString("MediaText", file.Alt);
        steps.WriteString("Folder", (await places.PlaceOfAsync(file, cancellationToken)).Path);
        steps.WritePropertyName("Base64");
        await using var content = File.OpenRead(location);
        var piece = new byte[PieceLength];
        int read;
        while ((read = await content.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancellationToken)) == piece.Length)
        {
            steps.WriteBase64StringSegment(piece, isFinalSegment: false);
            await steps.FlushAsync(cancellationToken);
        }

        steps.WriteBase64StringSegment(piece.AsSpan(0, read), isFinalSegment: true);
        steps.WriteEndObject();
        await steps.FlushAsync(cancellationToken);
    }
}
