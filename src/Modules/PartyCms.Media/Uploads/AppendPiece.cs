using PartyCms.Kernel.Data;
using PartyCms.Kernel.Time;
using PartyCms.Media.Files;

namespace PartyCms.Media.Uploads;

/// <summary>
/// Writes the next piece of an upload, and makes the file when it was the last. What is acknowledged was flushed to disk
/// before; a piece that breaks off keeps what had come, and a process that dies loses at most what it had not acknowledged.
/// </summary>
internal sealed class AppendPiece(CmsDbContext db, UploadParts parts, FindUpload find, FinishUpload finish, SiteTime time)
{
    // Often enough that little is sent twice, seldom enough that the disk is not flushed all the time.
    private const int Checkpoint = 4 * 1024 * 1024;

    /// <param name="id">The upload.</param>
    /// <param name="offset">Where the piece begins.</param>
    /// <param name="body">The bytes.</param>
    /// <param name="cancellationToken">Signaled when the sender goes away; what came until then is kept.</param>
    public async Task<AppendOutcome> RunAsync(Guid id, long offset, Stream body, CancellationToken cancellationToken)
    {
        if (await find.RunAsync(id, cancellationToken) is null)
        {
            return new AppendOutcome.Missing();
        }

        await using var file = parts.Open(id);
        if (file is null)
        {
            return new AppendOutcome.Busy();
        }

        // Read again: only who holds the waiting file knows where it ends.
        if (await find.RunAsync(id, cancellationToken) is not { } upload)
        {
            return new AppendOutcome.Missing();
        }

        if (upload.FileId is not null)
        {
            return offset == upload.Length ? new AppendOutcome.Kept(upload) : new AppendOutcome.WrongOffset(upload.Length);
        }

        if (file.Length < upload.Received)
        {
            await finish.DropAsync(upload);
            return new AppendOutcome.Missing();
        }

        if (offset != upload.Received)
        {
            return new AppendOutcome.WrongOffset(upload.Received);
        }

        file.SetLength(upload.Received);
        file.Seek(0, SeekOrigin.End);
        if (!await WriteAsync(upload, file, body, cancellationToken))
        {
            return new AppendOutcome.TooLong();
        }

        if (offset < MediaType.SignatureLength && await RefuseEarlyAsync(upload, file) is { } refusal)
        {
            return refusal;
        }

        return upload.Received == upload.Length ? await finish.RunAsync(upload, file) : new AppendOutcome.Kept(upload);
    }

    private async Task<bool> WriteAsync(MediaUpload upload, FileStream file, Stream body, CancellationToken cancellationToken)
    {
        var begin = upload.Received;
        var buffer = new byte[81920];
        try
        {
            int read;
            while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (file.Position + read > upload.Length)
                {
                    upload.Received = begin;
                    file.SetLength(begin);
                    await AcknowledgeAsync(upload, file);
                    return false;
                }

                await file.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
                if (file.Position - upload.Received >= Checkpoint)
                {
                    await AcknowledgeAsync(upload, file);
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or BadHttpRequestException)
        {
            // The phone went through a tunnel; it will come back for the rest.
        }

        await AcknowledgeAsync(upload, file);
        return true;
    }

    private async Task AcknowledgeAsync(MediaUpload upload, FileStream file)
    {
        await file.FlushAsync(CancellationToken.None);
        file.Flush(flushToDisk: true);
        upload.Received = file.Length;
        upload.ExpiresUtc = time.Now + StartUpload.Patience;
        var (id, received, expires) = (upload.Id, upload.Received, upload.ExpiresUtc);
        await db.Set<MediaUpload>().Where(row => row.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Received, received).SetProperty(row => row.ExpiresUtc, expires), CancellationToken.None);
    }

    // Nobody should send 200 MB of what is refused for its first bytes.
    private async Task<AppendOutcome.Refused?> RefuseEarlyAsync(MediaUpload upload, FileStream file)
    {
        if (upload.Received < Math.Min(MediaType.SignatureLength, upload.Length))
        {
            return null;
        }

        var head = new byte[Math.Min(MediaType.SignatureLength, upload.Received)];
        file.Seek(0, SeekOrigin.Begin);
        await file.ReadExactlyAsync(head);
        if (FileInspection.Check(head, upload.Length, upload.Name) is not { } why)
        {
            return null;
        }

        await finish.DropAsync(upload);
        return new AppendOutcome.Refused(why);
    }
}
