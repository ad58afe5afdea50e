namespace PartyCms.Media.Storage;

/// <summary>Files in folder <c>media</c> below <c>Cms:DataPath</c>.</summary>
internal sealed class DiskMediaStore(MediaFolders folders) : IMediaStore
{
    /// <inheritdoc />
    public async Task PutAsync(string key, string location, string contentType, CancellationToken cancellationToken)
    {
        var target = LocationOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var unfinished = target + "." + Path.GetRandomFileName();
        try
        {
            await using (var source = File.OpenRead(location))
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                await source.CopyToAsync(file, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, target, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <inheritdoc />
    public Task<bool> ContainsAsync(string key, CancellationToken cancellationToken) => Task.FromResult(File.Exists(LocationOf(key)));

    /// <inheritdoc />
    public Task<string?> LocateAsync(string key, CancellationToken cancellationToken) =>
        Task.FromResult(LocationOf(key) is var location && File.Exists(location) ? location : null);

    /// <inheritdoc />
    public Task DeleteAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        foreach (var location in keys.Select(LocationOf).Where(File.Exists))
        {
            File.Delete(location);
        }

        return Task.CompletedTask;
    }

    private string LocationOf(string key) => Path.Combine(folders.Media, key.Replace('/', Path.DirectorySeparatorChar));
}
