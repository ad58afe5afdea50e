namespace PartyCms.Media.Storage;

/// <summary>A file on its way in, on disk and not yet looked at. Disposing deletes it.</summary>
internal sealed class IncomingFile : IDisposable
{
    private IncomingFile(string location) => Location = location;

    public string Location { get; }

    /// <summary>Writes a body to disk as it comes; null where it is longer than allowed.</summary>
    /// <param name="folders">Where to.</param>
    /// <param name="body">The bytes.</param>
    /// <param name="most">Most bytes taken.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static async Task<IncomingFile?> ReceiveAsync(
        MediaFolders folders, Stream body, long most, CancellationToken cancellationToken)
    {
        var incoming = new IncomingFile(folders.NewIncoming());
        var isWhole = false;
        try
        {
            await using var file = new FileStream(incoming.Location, FileMode.CreateNew, FileAccess.Write);
            var buffer = new byte[81920];
            int read;
            while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (file.Length + read > most)
                {
                    return null;
                }

                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            isWhole = true;
            return incoming;
        }
        finally
        {
            if (!isWhole)
            {
                incoming.Dispose();
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => File.Delete(Location);
}
