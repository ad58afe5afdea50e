using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PartyCms.Kernel.Data;
using PartyCms.Media.Files;
using PartyCms.Media.Resizing;

namespace PartyCms.Media.Storage;

/// <summary>
/// Remembers on disk which files are just being kept or removed, because bytes and rows cannot change in one transaction.
/// What a crash left unsettled is settled at the next start, before the first request: bytes that no row knows go.
/// </summary>
internal sealed partial class UnsettledFiles(
    MediaFolders folders, IMediaStore store, IServiceScopeFactory scopes, ILogger<UnsettledFiles> logger) : IHostedService
{
    /// <summary>Ending of the notes' names.</summary>
    public const string Extension = ".unsettled";

    /// <summary>Call before the bytes or the row of a key change.</summary>
    /// <returns>What to give to <see cref="End" /> when both have.</returns>
    public async Task<string> BeginAsync(string key, CancellationToken cancellationToken)
    {
        var note = folders.NewIncoming() + Extension;
        await using var file = new FileStream(note, FileMode.CreateNew, FileAccess.Write);
        await file.WriteAsync(Encoding.UTF8.GetBytes(key), cancellationToken);
        file.Flush(flushToDisk: true);
        return note;
    }

    /// <summary>Call when bytes and row are of one mind again. After a fault do not call it: the next start looks.</summary>
    public static void End(string note) => File.Delete(note);

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var note in Directory.EnumerateFiles(folders.Incoming, "*" + Extension))
        {
            try
            {
                await SettleAsync(note, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The bucket may be out of reach: the site serves what it can, and the next start tries again.
                LogUnsettled(exception, note);
            }
        }
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task SettleAsync(string note, CancellationToken cancellationToken)
    {
        // A note that was not wholly written names nothing: its bytes had not begun to change.
        if (MediaPath.Parse(await File.ReadAllTextAsync(note, cancellationToken)) is { } path
            && !await IsKnownAsync(path.Value, cancellationToken))
        {
            await store.DeleteAsync([path.Value, .. ImageResizer.Widths.Select(path.VariantOf)], cancellationToken);
            LogSettled(path.Value);
        }

        File.Delete(note);
    }

    private async Task<bool> IsKnownAsync(string key, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CmsDbContext>().Set<MediaFile>()
            .AnyAsync(row => row.Path == key, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The file {Key}, left behind by a crash and known to no row, was removed.")]
    private partial void LogSettled(string key);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What {Note} names could not be settled; the next start tries again.")]
    private partial void LogUnsettled(Exception exception, string note);
}
