using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Materials;

/// <summary>What may be uploaded as what.</summary>
internal static class MediaRules
{
    private const int Kilobyte = 1024;
    private const int Megabyte = 1024 * Kilobyte;

    /// <summary>Pictures of articles: smaller and fewer kinds than those of the material library.</summary>
    public static string CheckArticlePicture(FormPart file)
    {
        var format = FormatOf(file, ["jpg", "png"]);
        return file.Content.Length < Megabyte ? format : throw new Refusal(40009, "invalid image size");
    }

    public static string CheckPermanent(string type, FormPart file) => type switch
    {
        "image" => Check(file, ["jpg", "png", "gif", "bmp"], 10 * Megabyte, 40009, "invalid image size"),
        "thumb" => Check(file, ["jpg"], 64 * Kilobyte, 40012, "invalid thumb size"),
        "voice" => Check(file, ["mp3", "wav", "amr"], 2 * Megabyte, 40010, "invalid voice size"),
        "video" => Check(file, ["mp4"], 10 * Megabyte, 40011, "invalid video size"),
        _ => throw new Refusal(40004, "invalid media type"),
    };

    public static string CheckTemporary(string type, FormPart file) => type switch
    {
        "image" => Check(file, ["jpg", "png", "gif"], 2 * Megabyte, 40009, "invalid image size"),
        "thumb" => Check(file, ["jpg"], 64 * Kilobyte, 40012, "invalid thumb size"),
        "voice" => Check(file, ["mp3", "amr"], 2 * Megabyte, 40010, "invalid voice size"),
        "video" => Check(file, ["mp4"], 10 * Megabyte, 40011, "invalid video size"),
        _ => throw new Refusal(40004, "invalid media type"),
    };

    private static string Check(FormPart file, string[] formats, int longest, int code, string message)
    {
        var format = FormatOf(file, formats);
        return file.Content.Length <= longest ? format : throw new Refusal(code, message);
    }

    private static string FormatOf(FormPart file, string[] formats)
    {
        if (Path.GetExtension(file.FileName ?? "").Length < 2)
        {
            throw new Refusal(41005, "media data missing hint: [file name has no extension]");
        }

        if (file.Content.Length == 0)
        {
            throw new Refusal(40006, "invalid media size");
        }

        var format = MediaFormat.Of(file.Content);
        return format is not null && formats.Contains(format) && MediaFormat.IsNamedFor(file.FileName!, format)
            ? format
            : throw new Refusal(40005, "invalid file type");
    }
}
