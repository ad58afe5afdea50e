using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;

namespace PartyCms.Kernel.Web;

/// <summary>
/// Model of the partial view <c>/Pages/Shared/ContentFields/{ContentType}.cshtml</c>, by which a module adds the fields
/// of its content type to the editor. Of a type that a module declares only paths below its own part, such as
/// <c>DisclosurePart</c>, are kept, and those of the fields that its definition names.
/// </summary>
/// <param name="parts">Parts of the item as last stored; empty for a new one.</param>
/// <param name="typed">What was typed and not yet stored, by path.</param>
/// <param name="problems">What is wrong with it.</param>
public sealed class ContentFieldsModel(
    JsonObject parts, IReadOnlyDictionary<string, string?> typed, IReadOnlyList<ContentProblem> problems)
{
    /// <summary>Suffix of a path in a form that says: keep a number, not its text.</summary>
    public const string NumberSuffix = ":number";

    /// <summary>Suffix of the path of a list in a form that says: all of it is here, what is not ticked is gone.</summary>
    public const string ListSuffix = ":shown";

    /// <summary>Suffix of the path of a list in a form that says: one entry a line.</summary>
    public const string LinesSuffix = ":lines";

    /// <summary>Suffix of the path of an instant in a form that says: by the site's clock.</summary>
    public const string LocalSuffix = ":local";

    /// <summary>Parts of the item as last stored, for what is not a single value, such as the length of a list.</summary>
    public JsonObject Parts { get; } = parts;

    /// <summary>Name of the input for a text; a path that ends with <c>.Value</c> keeps a truth value or a number.</summary>
    public static string Name(string path) => $"Fields[{path}]";

    /// <summary>Name of the input for a whole number at a path that does not end with <c>.Value</c>.</summary>
    public static string NumberName(string path) => $"Fields[{path}{NumberSuffix}]";

    /// <summary>Id of the input, for its label; also where the list of problems leads to.</summary>
    public static string Id(string path) => "field-" + string.Concat(path.Select(c => char.IsLetterOrDigit(c) ? c : '-'));

    /// <summary>Id of the element that tells the problem of a field, for <c>aria-describedby</c>.</summary>
    public static string ProblemId(string path) => Id(path) + "-problem";

    /// <summary>What the input shows: what was typed, else what is stored, else nothing.</summary>
    public string Value(string path) =>
        typed.TryGetValue(path, out var text) || typed.TryGetValue(path + NumberSuffix, out text)
            ? text ?? ""
            : (Parts.Find(path) as JsonValue)?.ToString() ?? "";

    /// <summary>What was typed under a name of the form, suffix included; null where the form did not hold it.</summary>
    public string? Typed(string key) => typed.GetValueOrDefault(key);

    /// <summary>Whether there is anything at a path, stored or typed; else a new item may begin with a default.</summary>
    public bool Has(string path) => Parts.Find(path) is not null || TypedBelow(path + ".").Any();

    /// <summary>Keys of what was typed below a path.</summary>
    public IEnumerable<string> TypedBelow(string path) =>
        typed.Keys.Where(key => key.StartsWith(path, StringComparison.Ordinal));

    /// <summary>The texts of a list: what was ticked or typed, else what is stored, without blanks.</summary>
    public IReadOnlyList<string> Values(string path) => typed.ContainsKey(path + ListSuffix)
        ? [.. TypedBelow(path + "[").OrderBy(key => key.Length).ThenBy(key => key, StringComparer.Ordinal)
            .Select(key => typed[key] ?? "").Where(text => text.Length > 0)]
        : [.. (Parts.Find(path) as JsonArray ?? []).OfType<JsonValue>().Select(value => value.ToString()).Where(text => text.Length > 0)];

    /// <summary>Whether a check box is ticked. Put a hidden input with <c>false</c> of the same name after it.</summary>
    public bool IsOn(string path) => Value(path) == "true";

    /// <summary>What is wrong with the value at a path, or null.</summary>
    public string? Problem(string path) => problems.FirstOrDefault(problem => problem.Path == path)?.Message;

    /// <summary>What is wrong with a field whose value stands at a path, whichever of its properties it concerns; or null.</summary>
    public string? ProblemBelow(string path) => problems.FirstOrDefault(problem =>
        problem.Path.StartsWith(path, StringComparison.Ordinal) && (problem.Path.Length == path.Length || problem.Path[path.Length] == '.'))?.Message;
}
