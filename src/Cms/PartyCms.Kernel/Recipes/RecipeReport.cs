using System.Collections.ObjectModel;
using System.Globalization;

namespace PartyCms.Kernel.Recipes;

/// <summary>
/// What came of a recipe, for the person who ran it: what was done, left out and not understood, each with its step and
/// its place in the file. Of one kind of entry a step tells at most <see cref="MostAlike" />, then only how many more.
/// </summary>
public sealed class RecipeReport
{
    /// <summary>Entries of one code that a step may tell one by one.</summary>
    public const int MostAlike = 100;

    private static readonly IReadOnlyDictionary<string, int> NoCounts = ReadOnlyDictionary<string, int>.Empty;

    private List<RecipeEntry> _entries = [];
    private readonly Dictionary<(int Step, RecipeEntryKind Kind, string Code), int> _alike = [];
    private int _step;
    private string _stepName = "";

    /// <summary>All entries, in the order of the steps once the report is closed.</summary>
    public IReadOnlyList<RecipeEntry> Entries => _entries;

    /// <summary>Whether something stands in the way of the whole file.</summary>
    public bool HasErrors => _entries.Exists(entry => entry.Kind == RecipeEntryKind.Error);

    /// <summary>JSONPath of the step that is being looked at.</summary>
    public string StepPath => _step == 0 ? "$" : string.Create(CultureInfo.InvariantCulture, $"$.steps[{_step - 1}]");

    /// <summary>Entries of one kind.</summary>
    public IEnumerable<RecipeEntry> Of(RecipeEntryKind kind) => _entries.Where(entry => entry.Kind == kind);

    /// <summary>What follows concerns this step; number 0 is the file as a whole.</summary>
    public void Begin(int step, string name) => (_step, _stepName) = (step, name);

    /// <summary>Tells of something done.</summary>
    /// <param name="line">What was done, in English.</param>
    public void Apply(string line) => Apply(new RecipeMessage("done", line, line));

    /// <summary>Tells of something done.</summary>
    /// <param name="message">What was done.</param>
    /// <param name="counts">How much, by name.</param>
    public void Apply(RecipeMessage message, params ReadOnlySpan<(string Name, int Count)> counts)
    {
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, count) in counts)
        {
            byName[name] = count;
        }

        _entries.Add(new RecipeEntry(RecipeEntryKind.Applied, _step, _stepName, StepPath, message, byName));
    }

    /// <summary>Tells of something left as it was.</summary>
    /// <param name="message">What, and why.</param>
    /// <param name="path">Place within the step, such as <c>.data[0]</c>; empty for the step.</param>
    public void Skip(RecipeMessage message, string path = "") => Add(RecipeEntryKind.Skipped, message, path);

    /// <summary>Tells of something done differently from what the file says.</summary>
    /// <param name="message">What, and what a person can do.</param>
    /// <param name="path">Place within the step; empty for the step.</param>
    /// <param name="contentItemId">The content item to look at, where it is about one.</param>
    public void Warn(RecipeMessage message, string path = "", string? contentItemId = null) =>
        Add(RecipeEntryKind.Warning, message, path, contentItemId);

    /// <summary>Tells of something that means nothing here.</summary>
    /// <param name="message">What, and what became of it.</param>
    /// <param name="path">Place within the step; empty for the step.</param>
    public void PassOver(RecipeMessage message, string path = "") => Add(RecipeEntryKind.NotUnderstood, message, path);

    /// <summary>Tells of something that stands in the way of the whole file.</summary>
    /// <param name="message">What, and how to mend it.</param>
    /// <param name="path">Place within the step; empty for the step.</param>
    public void Refuse(RecipeMessage message, string path = "") => Add(RecipeEntryKind.Error, message, path);

    /// <summary>Closes the report: kinds of entries that were cut short say how many more there are.</summary>
    public void Close()
    {
        foreach (var ((step, kind, code), count) in _alike.Where(alike => alike.Value > MostAlike))
        {
            var last = _entries.FindLast(entry => entry.Step == step && entry.Kind == kind && entry.Message.Code == code)!;
            var more = count - MostAlike;
            _entries.Add(last with
            {
                Path = string.Create(CultureInfo.InvariantCulture, $"$.steps[{step - 1}]"),
                Message = new RecipeMessage(
                    code,
                    string.Create(CultureInfo.InvariantCulture, $"同样的情况还有 {more} 处。"),
                    string.Create(CultureInfo.InvariantCulture, $"The same holds in {more} more places.")),
            });
        }

        _alike.Clear();

        // Some steps are looked at before others are run; a person reads the file from its beginning.
        _entries = [.. _entries.OrderBy(entry => entry.Step)];
    }

    /// <summary>Nothing was kept after all: what was told as done is taken back.</summary>
    public void TakeBack() => _entries.RemoveAll(entry => entry.Kind is RecipeEntryKind.Applied or RecipeEntryKind.Skipped);

    private void Add(RecipeEntryKind kind, RecipeMessage message, string path, string? contentItemId = null)
    {
        var alike = _alike[(_step, kind, message.Code)] = _alike.GetValueOrDefault((_step, kind, message.Code)) + 1;
        if (alike <= MostAlike)
        {
            _entries.Add(new RecipeEntry(kind, _step, _stepName, StepPath + path, message, NoCounts) { ContentItemId = contentItemId });
        }
    }
}
