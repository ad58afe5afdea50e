using PartyCms.Media.Files;
using PartyCms.Media.Folders;

namespace PartyCms.Media.Api;

/// <summary>
/// A file or folder on the wire, in the shape of Orchard Core 4. <c>filePath</c> of a file is what media fields of content
/// hold, so it is made of the content and never changes; the folder stands in <c>directoryPath</c>.
/// </summary>
internal sealed record MediaEntry
{
    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Bytes; 0 of a folder.</summary>
    public long Size { get; init; }

    /// <summary>Of a file, the folder it stands in; of a folder, its own path. Begins with the unit's slug.</summary>
    public string DirectoryPath { get; init; } = "";

    /// <summary>Of a file, the path that media fields hold and the other calls take; of a folder, its path.</summary>
    public string FilePath { get; init; } = "";

    /// <summary>Upload, or making of the folder, UTC.</summary>
    public DateTimeOffset? LastModifiedUtc { get; init; }

    public bool IsDirectory { get; init; }

    /// <summary>Public address of a file, on this site.</summary>
    public string? Url { get; init; }

    /// <summary>Media type of a file.</summary>
    public string? Mime { get; init; }

    /// <summary>Whether folders stand in this one.</summary>
    public bool HasChildren { get; init; }

    /// <summary>Of a file, the folder it stands in.</summary>
    public string? Folder { get; init; }

    /// <summary>Why a file was not taken; null where it was.</summary>
    public string? Error { get; init; }

    /// <summary>What a picture shows.</summary>
    public string? MediaText { get; init; }

    /// <summary>Pixels, of a picture.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels, of a picture.</summary>
    public int? Height { get; init; }

    public static MediaEntry Of(MediaFile file, MediaPlace place) => new()
    {
        Name = file.OriginalName,
        Size = file.Size,
        DirectoryPath = place.Path,
        Folder = place.Path,
        FilePath = file.Path,
        LastModifiedUtc = file.UploadedUtc,
        Url = MediaPath.UrlOf(file.Path),
        Mime = file.ContentType,
        MediaText = file.Alt,
        Width = file.Width,
        Height = file.Height,
    };

    public static MediaEntry Of(MediaPlace folder, bool hasChildren) => new()
    {
        Name = folder.Name,
        DirectoryPath = folder.Path,
        FilePath = folder.Path,
        LastModifiedUtc = folder.Folder?.CreatedUtc,
        IsDirectory = true,
        HasChildren = hasChildren,
    };

    public static MediaEntry Refused(string name, long size, MediaPlace place, string error) =>
        new() { Name = name, Size = size, Folder = place.Path, Error = error };
}

/// <summary>Answer to an upload: one entry for each file sent, in their order.</summary>
internal sealed record UploadDocument(IReadOnlyList<MediaEntry> Files);

/// <summary>One page of folders.</summary>
internal sealed record FoldersDocument(IReadOnlyList<MediaEntry> Items, bool HasMore);
