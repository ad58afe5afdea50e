using System.Text.Json;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Settings;

namespace PartyCms.Kernel.Recipes;

/// <summary>
/// Writes the site, or some content types of it, as a recipe that a real Orchard Core accepts. The file says nothing of
/// when it was made: the same site gives the same bytes.
/// </summary>
public sealed class RecipeExport(IEnumerable<IRecipeExport> parts, SiteSettings settings)
{
    /// <summary>Writes the recipe as UTF-8 JSON, part by part; it is never whole in memory.</summary>
    public async Task WriteAsync(Stream output, ExportScope scope, CancellationToken cancellationToken)
    {
        await using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = ContentJson.Options.Encoder });
        writer.WriteStartObject();
        writer.WriteString("name", "Export");
        writer.WriteString("displayName", await settings.GetAsync(SiteSettings.SiteName, cancellationToken) ?? "");
        writer.WriteString("description", "");
        writer.WriteString("author", "");
        writer.WriteString("website", "");
        writer.WriteString("version", "1.0.0");
        writer.WriteBoolean("issetuprecipe", false);
        writer.WriteStartArray("categories");
        writer.WriteEndArray();
        writer.WriteStartArray("tags");
        writer.WriteEndArray();
        writer.WriteStartArray("steps");
        foreach (var part in parts.OrderBy(part => part.Position))
        {
            await part.WriteAsync(writer, scope, cancellationToken);
            await writer.FlushAsync(cancellationToken);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        await writer.FlushAsync(cancellationToken);
    }
}
