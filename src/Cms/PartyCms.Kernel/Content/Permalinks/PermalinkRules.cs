using System.Buffers;
using System.Collections.Frozen;

namespace PartyCms.Kernel.Content.Permalinks;

/// <summary>Which addresses an item may have that stands outside the pages of the modules.</summary>
public static class PermalinkRules
{
    /// <summary>Longest address, in characters: what the index of one of the databases holds of Chinese.</summary>
    public const int MaxLength = 900;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(":?#[]@!$&'()*+,.;=<>\\|% \t\r\n\"");

    /// <summary>First segments that belong to the pages, files and APIs of the CMS.</summary>
    private static readonly FrozenSet<string> Reserved = new[]
    {
        "account", "admin", "api", "b", "branches", "connect", "contents", "courses", "disclosures", "display", "docs", "error", "guides",
        "health", "leaderboard", "lessons", "me", "media", "news", "notices", "openapi", "problems", "report", "search", "wechat",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with an address without leading slash, or null.</summary>
    public static ContentProblem? Check(string path)
    {
        if (path.Length > MaxLength)
        {
            return Fault($"网址最多 {MaxLength} 个字，请缩短。", $"Your permalink is too long. The permalink can only be up to {MaxLength} characters.");
        }

        if (path.AsSpan().ContainsAny(Forbidden) || path.Contains("//", StringComparison.Ordinal) || path.Any(char.IsControl))
        {
            return Fault(
                "网址里不能有空格、连续的斜杠和 : ? # [ ] @ ! $ & ' ( ) * + , . ; = < > \\ | % 这些符号。",
                "Please do not use any of the following characters in your permalink: : ? # [ ] @ ! $ & ' ( ) * + , . ; = < > \\ | %. "
                + "No spaces or consecutive slashes are allowed.");
        }

        return IsReserved(path)
            ? Fault("这个网址是平台自己的栏目，请换一个开头。", "Your permalink begins with a name that the site itself uses.")
            : null;
    }

    /// <summary>Whether an address without leading slash begins with a name that belongs to the site itself.</summary>
    public static bool IsReserved(string path) => Reserved.Contains(path.Split('/')[0]);

    // Orchard Core names the bare property here, and the part with it where an address is taken.
    private static ContentProblem Fault(string message, string wire) =>
        new(ContentParts.Permalink, message, wire) { WirePath = "Path" };
}
