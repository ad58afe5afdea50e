using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using PartyCms.Kernel.Content.Definitions;

namespace PartyCms.Kernel.Content.Fields;

/// <summary>
/// The form that a text must have, a regular expression in <c>PartyFieldSettings.Pattern</c>. It is not the
/// <c>Pattern</c> of a text field of Orchard Core, which is a template that makes the text.
/// </summary>
public static class FieldPattern
{
    /// <summary>Settings object of what other systems do not know.</summary>
    public const string Settings = "PartyFieldSettings";

    /// <summary>Longest pattern, in characters.</summary>
    public const int MaxLength = 200;

    private static readonly ConcurrentDictionary<string, Regex?> Known = new(StringComparer.Ordinal);

    /// <summary>The pattern of a field, or null.</summary>
    public static string? Of(ContentFieldDefinition field) =>
        field.Settings.Text($"{Settings}.Pattern") is { Length: > 0 } pattern ? pattern : null;

    /// <summary>How its form is told to people, such as 如：赣党〔2026〕3 号; or null.</summary>
    public static string? HintOf(ContentFieldDefinition field) =>
        field.Settings.Text($"{Settings}.PatternHint") is { Length: > 0 } hint ? hint : null;

    /// <summary>
    /// Whether a pattern can be used: short, well formed, and of the kind that is matched in linear time, so that no
    /// text makes a save slow.
    /// </summary>
    public static bool IsUsable(string pattern) => Compile(pattern) is not null;

    /// <summary>Whether a whole text has the form; a pattern that cannot be used asks for nothing.</summary>
    public static bool Matches(string pattern, string text) =>
        pattern.Length > MaxLength || (Known.GetOrAdd(pattern, Compile)?.IsMatch(text) ?? true);

    private static Regex? Compile(string pattern)
    {
        try
        {
            return pattern.Length > MaxLength
                ? null
                : new Regex($"^(?:{pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
