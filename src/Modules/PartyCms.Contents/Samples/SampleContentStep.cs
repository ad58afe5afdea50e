using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Recipes;
using PartyCms.Kernel.Time;
using PartyCms.Organization.Contracts;

namespace PartyCms.Contents.Samples;

/// <summary>
/// Step <c>sample-content</c>: publishes the items of a file that a module carries, with dates relative to today, so that
/// a demo is never stale. <c>{"name":"sample-content","type":"BranchNews","file":"demo-news.json"}</c>. What all items
/// share may stand in the step as <c>"parts"</c>.
/// </summary>
internal sealed class SampleContentStep(ContentStore store, BranchDirectory branches, ModuleCatalogue modules, SiteTime time) : IRecipeStep
{
    public string Name => "sample-content";

    public async Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken)
    {
        var type = step["type"]?.GetValue<string>() ?? "";
        var file = step["file"]?.GetValue<string>() ?? "";
        var published = 0;
        foreach (var sample in await ReadAsync(file, cancellationToken))
        {
            var parts = await ToPartsAsync(sample, type, step["parts"] as JsonObject, cancellationToken);
            var at = time.At(
                time.Today.AddDays(-sample.DaysAgo), TimeOnly.ParseExact(sample.Time, "HH:mm", CultureInfo.InvariantCulture));

            // What was written for this evening is shown from the morning on.
            var outcome = await store.PublishAsync(
                new ContentEdit { ContentType = type, Parts = parts, PublishedUtc = at < time.Now ? at : time.Now }, cancellationToken);
            if (!outcome.IsDone)
            {
                throw new RecipeException(
                    $"{file}, '{sample.Slug}': {outcome.Verdict} {string.Join(" ", outcome.Problems.Select(problem => problem.Message))}");
            }

            published++;
            if (sample.Withdrawn is { } withdrawn)
            {
                await store.WithdrawAsync(outcome.Item.ContentItemId, withdrawn.Reason, cancellationToken);
            }
        }

        report.Apply($"Published {published} items of type {type}.");
    }

    private async Task<JsonObject> ToPartsAsync(
        SampleContent sample, string type, JsonObject? shared, CancellationToken cancellationToken)
    {
        // Parts of the item's own kind come as they are; what every article has is spelled out in the file's plain names.
        var parts = (sample.Parts ?? shared)?.DeepClone().AsObject() ?? [];
        parts.Set(ContentParts.Title, sample.Title);
        parts.Set(ContentParts.Body, sample.Html);
        parts.Set(ContentParts.Summary, sample.Summary);
        parts.Set(ContentParts.Permalink, sample.Slug);
        if (sample.Branch is { } slug)
        {
            var branch = await branches.FindAsync(slug, cancellationToken)
                ?? throw new RecipeException($"'{sample.Slug}' names the unknown branch '{slug}'.");
            parts.Set(ContentParts.Branch, branch.Id.ToString());
        }

        if (sample.Column is { } column)
        {
            parts.Set(ContentParts.Column, column);
        }

        if (sample.Pinned)
        {
            parts.Set(ContentParts.Pinned, true);
        }

        if (sample.CoverStyle is { } style)
        {
            parts.Set(ContentParts.Cover, $"/media/covers/{style}-{sample.Slug}.svg");
            parts.Set(ContentParts.CoverAlt, sample.CoverAlt ?? "");
        }

        // The rest of the names are fields of the type's own part: "Group" of a Disclosure is DisclosurePart.Group.Text.
        foreach (var (name, value) in sample.Extra ?? [])
        {
            if (value.ValueKind == JsonValueKind.String)
            {
                var year = time.Today.Year.ToString(CultureInfo.InvariantCulture);
                parts.Set($"{type}Part.{name}.Text", value.GetString()!.Replace("{year}", year, StringComparison.Ordinal));
            }
        }

        if (sample.Correction is { } correction)
        {
            parts.Set("CorrectionPart.Note.Text", correction.Note);
        }

        return parts;
    }

    private async Task<IReadOnlyList<SampleContent>> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var owner = modules.Modules.Select(module => module.GetType().Assembly)
            .FirstOrDefault(assembly => assembly.GetManifestResourceInfo(file) is not null)
            ?? throw new RecipeException($"No module carries the sample file '{file}'.");
        await using var stream = owner.GetManifestResourceStream(file)!;
        return (await JsonSerializer.DeserializeAsync<IReadOnlyList<SampleContent>>(stream, cancellationToken: cancellationToken))!;
    }
}
