namespace PartyCms.Media.Library;

/// <summary>What the library is filtered by.</summary>
internal enum MediaKind
{
    All,
    Image,
    Document,
    Video,
    Audio,
}
