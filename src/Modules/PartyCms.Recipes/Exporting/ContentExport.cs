using System.Text.Json;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Fields;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Recipes;

namespace PartyCms.Recipes.Exporting;

/// <summary>
/// The published versions, in the order in which they came, with all base properties. A reader's version is the latest
/// of what is given out, whatever drafts lie beside it here.
/// </summary>
internal sealed class ContentExport(CmsDbContext db) : IRecipeExport
{
    private const int BatchSize = 200;

    public int Position => 100;

    public async Task WriteAsync(Utf8JsonWriter steps, ExportScope scope, CancellationToken cancellationToken)
    {
        steps.WriteStartObject();
        steps.WriteString("name", "content");
        steps.WriteStartArray("data");
        var items = db.Set<ContentItem>().AsNoTracking().Where(item => item.Published);
        if (scope.Types is { } types)
        {
            var names = types.ToList();
            items = items.Where(item => names.Contains(item.ContentType));
        }

        var after = 0L;
        while (true)
        {
            var batch = await items.Where(item => item.Id > after).OrderBy(item => item.Id).Take(BatchSize).ToListAsync(cancellationToken);
            foreach (var item in batch)
            {
                Write(steps, item);
            }

            await steps.FlushAsync(cancellationToken);
            if (batch.Count < BatchSize)
            {
                break;
            }

            after = batch[^1].Id;
        }

        steps.WriteEndArray();
        steps.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ContentItem item)
    {
        json.WriteStartObject();
        json.WriteString("ContentItemId", item.ContentItemId);
        json.WriteString("ContentItemVersionId", item.ContentItemVersionId);
        json.WriteString("ContentType", item.ContentType);
        json.WriteString("DisplayText", item.DisplayText);
        json.WriteBoolean("Latest", true);
        json.WriteBoolean("Published", true);
        json.WriteString("ModifiedUtc", ContentJson.Format(item.ModifiedUtc));
        json.WriteString("PublishedUtc", ContentJson.Format(item.PublishedUtc));
        json.WriteString("CreatedUtc", ContentJson.Format(item.CreatedUtc));
        json.WriteString("Owner", item.Owner);
        json.WriteString("Author", item.Author);
        var parts = item.Parts;
        if (parts.Text(ContentParts.Cover) is { } cover)
        {
            // An Orchard Core joins the path of its library to whatever a media field holds.
            parts.Set(ContentParts.Cover, FieldAddress.OfLibrary(cover));
        }

        foreach (var (name, part) in parts)
        {
            json.WritePropertyName(name);
            if (part is null)
            {
                json.WriteNullValue();
            }
            else
            {
                part.WriteTo(json, ContentJson.Options);
            }
        }

        json.WriteEndObject();
    }
}
