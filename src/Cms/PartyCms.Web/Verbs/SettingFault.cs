using System.Text.RegularExpressions;

namespace PartyCms.Web.Verbs;

/// <summary>Says in one line what is wrong with a setting: its key, the fault, the remedy.</summary>
internal static partial class SettingFault
{
    /// <summary>A failed check without the framework's words around ours.</summary>
    public static string Plain(string failure) => Annotation().Match(failure) is { Success: true } match ? match.Groups[1].Value : failure;

    /// <summary>What is said where a value is no number or no truth value; null for any other message.</summary>
    public static string? OfBinding(string message)
    {
        if (Binding().Match(message) is not { Success: true } match)
        {
            return null;
        }

        var kind = match.Groups["type"].Value switch
        {
            "System.Boolean" => "true or false",
            "System.Int32" or "System.Int64" => "a whole number",
            _ => "a value of its kind",
        };
        return $"{match.Groups["key"].Value} '{match.Groups["value"].Value}' is not {kind}; give one, or remove the key to use the default.";
    }

    [GeneratedRegex("^DataAnnotation validation failed for .+ with the error: '(.+)'\\.$", RegexOptions.Singleline)]
    private static partial Regex Annotation();

    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<key>[^']+)' to type '(?<type>[^']+)'", RegexOptions.Singleline)]
    private static partial Regex Binding();
}
