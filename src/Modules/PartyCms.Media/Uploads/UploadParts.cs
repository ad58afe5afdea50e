using PartyCms.Media.Storage;

namespace PartyCms.Media.Uploads;

/// <summary>The waiting files of unfinished uploads.</summary>
internal sealed class UploadParts(MediaFolders folders)
{
    public string LocationOf(Guid id) => Path.Combine(folders.Incoming, id.ToString("N") + ".part");

    /// <summary>Opens a waiting file for one writer; null while another holds it.</summary>
    public FileStream? Open(Guid id)
    {
        try
        {
            return new FileStream(LocationOf(id), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Delete(Guid id) => File.Delete(LocationOf(id));

    /// <summary>Deletes files that nobody wrote to since an instant and that belong to no upload.</summary>
    public void DeleteStrays(DateTimeOffset untouchedSince, IReadOnlySet<Guid> known)
    {
        foreach (var file in new DirectoryInfo(folders.Incoming).EnumerateFiles())
        {
            var isKnown = Guid.TryParseExact(Path.GetFileNameWithoutExtension(file.Name), "N", out var id) && known.Contains(id);
            if (!isKnown && file.Extension != UnsettledFiles.Extension && file.LastWriteTimeUtc < untouchedSince)
            {
                file.Delete();
            }
        }
    }
}
