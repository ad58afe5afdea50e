namespace PartyCms.Kernel.Recipes.Scripts;

/// <summary>
/// Tells scripts from texts. Only <c>[js: …]</c> and <c>[file: …]</c> are scripts; every other text in brackets, such as
/// <c>[通知:开会]</c>, is what it is.
/// </summary>
internal static class ScriptText
{
    /// <summary>Prefix of expressions.</summary>
    public const string Expression = "js";

    /// <summary>Prefix of files that lie beside the recipe.</summary>
    public const string File = "file";

    /// <summary>Takes a script apart: its prefix, and what stands between the colon and the last bracket.</summary>
    public static bool TrySplit(string text, out string prefix, out string body)
    {
        (prefix, body) = ("", "");
        if (text.Length < 4 || text[0] != '[' || text[^1] != ']')
        {
            return false;
        }

        foreach (var known in (ReadOnlySpan<string>)[Expression, File])
        {
            if (text.AsSpan(1).StartsWith(known, StringComparison.Ordinal) && text[known.Length + 1] == ':')
            {
                (prefix, body) = (known, text[(known.Length + 2)..^1]);
                return true;
            }
        }

        return false;
    }
}
