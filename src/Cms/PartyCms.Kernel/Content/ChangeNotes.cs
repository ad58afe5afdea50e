using System.Globalization;
using System.Text.Json.Nodes;
using PartyCms.Kernel.Content.Scheduling;

namespace PartyCms.Kernel.Content;

/// <summary>What readers are told of one new edition.</summary>
/// <param name="At">When it was published, UTC.</param>
/// <param name="Text">What changed, plain text.</param>
public sealed record ChangeNote(DateTimeOffset At, string Text);

/// <summary>
/// The notes on the editions of a public item (<c>ChangeNotePart</c>). A draft says whether its change is minor or major;
/// the note of a major one joins the list of the public version when it is published, with that moment as its date. The
/// list passes from public version to public version, so that neither a restored text nor a client can lose it.
/// </summary>
public static class ChangeNotes
{
    /// <summary>Path of the choice: <see cref="Major" />, or anything else for a minor change.</summary>
    public const string Kind = "ChangeNotePart.Kind.Text";

    /// <summary>Path of the note of the edition that is being written.</summary>
    public const string Note = "ChangeNotePart.Note.Text";

    /// <summary>Path of the notes of all editions so far, newest first.</summary>
    public const string List = "ChangeNotePart.Notes";

    /// <summary>The word for a change that readers are told of.</summary>
    public const string Major = "major";

    /// <summary>The word for a change of spelling or form that readers need not know of.</summary>
    public const string Minor = "minor";

    /// <summary>Longest note, in characters.</summary>
    public const int Length = 300;

    private const int Most = 50;

    private const string Part = "ChangeNotePart";

    /// <summary>The notes of a version, newest first.</summary>
    public static IReadOnlyList<ChangeNote> Read(JsonObject parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var notes = new List<ChangeNote>();
        foreach (var entry in (parts.Find(List) as JsonArray ?? []).OfType<JsonObject>().Take(Most))
        {
            if (entry.Text("Text") is { Length: > 0 } text && DateTimeOffset.TryParse(
                entry.Text("Utc"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at))
            {
                notes.Add(new ChangeNote(at, text));
            }
        }

        return notes;
    }

    /// <summary>Adds what is wrong with the note of a version; it is asked for where a public item gets a new edition.</summary>
    public static void Check(JsonObject parts, bool isNewEdition, ICollection<ContentProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(problems);
        var note = parts.Text(Note);
        if (isNewEdition && parts.Text(Kind) == Major && string.IsNullOrWhiteSpace(note))
        {
            problems.Add(new ContentProblem(Note, "请写明改了什么，读者会看到。", "A note is required for a major change."));
        }
        else if (note?.Trim().Length > Length)
        {
            problems.Add(new ContentProblem(Note, $"修改说明最多 {Length} 个字，请缩短。", $"At most {Length} characters are allowed."));
        }
    }

    /// <summary>Makes the list of a version that is about to be published; tells whether the document changed.</summary>
    /// <param name="parts">Parts of the new edition.</param>
    /// <param name="live">Parts of the version readers see now; null at the first publication, which keeps an imported list.</param>
    /// <param name="at">The moment of publication.</param>
    public static bool Settle(JsonObject parts, JsonObject? live, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts[Part] is null && live?[Part] is null)
        {
            return false;
        }

        var notes = Read(live ?? parts).ToList();
        if (live is not null && parts.Text(Kind) == Major && parts.Text(Note)?.Trim() is { Length: > 0 } note)
        {
            notes.Insert(0, new ChangeNote(at, note));
        }

        parts.Remove(Part);
        if (notes.Count > 0)
        {
            parts.Set(List, new JsonArray([.. notes.Take(Most).Select(Write)]));
        }

        return true;
    }

    private static JsonNode Write(ChangeNote note) =>
        new JsonObject { ["Utc"] = ScheduleDates.Format(note.At), ["Text"] = note.Text };
}
