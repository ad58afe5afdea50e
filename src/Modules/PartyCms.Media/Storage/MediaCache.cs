using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace PartyCms.Media.Storage;

/// <summary>Copies on this machine of files that are kept elsewhere. A copy appears only when it is complete.</summary>
internal sealed class MediaCache(MediaFolders folders, IOptions<MediaOptions> options, TimeProvider clock)
{
    // Many readers of one new picture wait for one fetch.
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _fetching = new(StringComparer.Ordinal);

    private DateTimeOffset _trimmed = clock.GetUtcNow();

    /// <summary>Writes what stands under a key; false where nothing does.</summary>
    public delegate Task<bool> Fetch(string key, Stream target, CancellationToken cancellationToken);

    /// <summary>Location of the copy, fetched where it is missing; null where there is nothing to fetch.</summary>
    public async Task<string?> GetAsync(string key, Fetch fetch, CancellationToken cancellationToken)
    {
        var location = LocationOf(key);
        if (IsThere(location))
        {
            return location;
        }

        var gate = _fetching.GetOrAdd(key, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            return IsThere(location) || await FetchAsync(key, location, fetch, cancellationToken) ? location : null;
        }
        finally
        {
            gate.Release();
            _fetching.TryRemove(key, out _);
        }
    }

    public void Drop(string key) => File.Delete(LocationOf(key));

    // The time of writing is used as time of reading, for many file systems do not keep the latter. Once an hour is enough.
    private bool IsThere(string location)
    {
        var file = new FileInfo(location);
        if (!file.Exists)
        {
            return false;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (now - file.LastWriteTimeUtc > TimeSpan.FromHours(1))
        {
            file.LastWriteTimeUtc = now;
        }

        return true;
    }

    private async Task<bool> FetchAsync(string key, string location, Fetch fetch, CancellationToken cancellationToken)
    {
        var unfinished = folders.NewIncoming();
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                if (!await fetch(key, file, cancellationToken))
                {
                    return false;
                }
            }

            File.Move(unfinished, location, overwrite: true);
            TrimNowAndThen();
            return true;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    // Each machine has its own copies, so this is no job, which only one machine runs.
    private void TrimNowAndThen()
    {
        var now = clock.GetUtcNow();
        if (now - _trimmed < TimeSpan.FromHours(1))
        {
            return;
        }

        _trimmed = now;

        // The longest unread go first.
        var room = options.Value.S3.CacheMegabytes * 1024L * 1024L;
        foreach (var file in new DirectoryInfo(folders.Cache).EnumerateFiles().OrderByDescending(file => file.LastWriteTimeUtc))
        {
            room -= file.Length;
            if (room < 0)
            {
                file.Delete();
            }
        }
    }

    private string LocationOf(string key) => Path.Combine(folders.Cache, key.Replace('/', '_'));
}
