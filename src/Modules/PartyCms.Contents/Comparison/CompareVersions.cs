using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Comparing;
using PartyCms.Organization.Contracts;

namespace PartyCms.Contents.Comparison;

/// <summary>Compares two documents in words for people: branches by name, fields by what the editor calls them.</summary>
internal sealed class CompareVersions(BranchDirectory branches)
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

        return readable;
    }
}
