using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;

namespace PartyCms.Contents.Organizing.Taxonomies;

/// <summary>Makes an empty taxonomy and publishes it, so that its terms can be added.</summary>
internal sealed class AddTaxonomy(ContentStore store, ContentAccess access)
{
    /// <summary>The outcome, or null where the caller may not.</summary>
    public async Task<ContentOutcome?> RunAsync(string name, CancellationToken cancellationToken)
    {
        if (!await access.CanEditAsync(StandardTypes.Taxonomy, null, cancellationToken)
            || !await access.CanPublishAsync(StandardTypes.Taxonomy, null, cancellationToken))
        {
            return null;
        }

        var parts = new JsonObject
        {
            ["TitlePart"] = new JsonObject { ["Title"] = name },
            ["TaxonomyPart"] = new JsonObject { ["TermContentType"] = StandardTypes.Term, ["Terms"] = new JsonArray() },
        };
        return await store.PublishAsync(
            new ContentEdit { ContentType = StandardTypes.Taxonomy, Parts = parts }, cancellationToken);
    }
}
