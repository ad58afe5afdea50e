namespace PartyCms.Media.Library;

/// <summary>Names of <see cref="MediaKind" /> in addresses and for people.</summary>
internal static class Kinds
{
    public static IReadOnlyList<(MediaKind Kind, string Value, string Name)> All { get; } =
    [
        (MediaKind.All, "", "全部"), (MediaKind.Image, "image", "图片"), (MediaKind.Document, "pdf", "文档"),
        (MediaKind.Video, "video", "视频"), (MediaKind.Audio, "audio", "音频"),
    ];

    /// <summary>The kind of a name; everything for an unknown one.</summary>
    public static MediaKind Parse(string? value) => All.FirstOrDefault(kind => kind.Value == value).Kind;
}
