using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Comparing;
using PartyCms.Kernel.Content.Scheduling;
using PartyCms.Kernel.Time;
using PartyCms.Organization.Contracts;

namespace PartyCms.Contents.Comparison;

/// <summary>Compares two documents in words for people: branches by name, fields by what the editor calls them.</summary>
internal sealed class CompareVersions(BranchDirectory branches, SiteTime time)
{
    public async Task<IReadOnlyList<ShownChange>> RunAsync(JsonObject before, JsonObject after, CancellationToken cancellationToken)
    {
        var changes = ContentComparison.Compare(
            await ReadableAsync(before, cancellationToken), await ReadableAsync(after, cancellationToken));
        return [.. changes.Select(change => ShownChange.Of(change, FieldNames.Of(change.Path)))];
    }

    private async Task<JsonObject> ReadableAsync(JsonObject parts, CancellationToken cancellationToken)
    {
        var readable = parts.DeepClone().AsObject();
        if (Guid.TryParse(parts.Text(ContentParts.Branch), out var branch)
            && await branches.FindAsync(branch, cancellationToken) is { } unit)
        {
            readable.Set(ContentParts.Branch, unit.Name);
        }

        ReadNotes(readable);
        foreach (var act in Enum.GetValues<ScheduledAct>())
        {
            if (ScheduleDates.TryRead(parts, act, out var due) && due is { } instant)
            {
                readable.Set(ScheduleDates.PathOf(act), time.FormatMinute(instant));
            }
        }

        return readable;
    }

    private void ReadNotes(JsonObject parts)
    {
        var notes = ChangeNotes.Read(parts);
        if (notes.Count > 0)
        {
            parts.Set(ChangeNotes.List, new JsonArray([.. notes.Select(note => (JsonNode)$"{time.FormatDay(note.At)} {note.Text}")]));
        }

        if (parts.Text(ChangeNotes.Kind) is { } kind)
        {
            parts.Set(ChangeNotes.Kind, kind == ChangeNotes.Major ? "重要修改" : null);
        }
    }
}
