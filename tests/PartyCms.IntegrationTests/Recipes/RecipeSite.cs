using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.IntegrationTests.Api;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;

namespace PartyCms.IntegrationTests.Recipes;

/// <summary>Imports recipes as a program does.</summary>
internal static class RecipeSite
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A small blog: a list with posts below it, and pages.</summary>
    public const string Definitions = """
        {
          "name": "ContentDefinition",
          "ContentTypes": [
            {
              "Name": "Journal", "DisplayName": "刊物",
              "Settings": { "ContentTypeSettings": { "Creatable": true } },
              "ContentTypePartDefinitionRecords": [
                { "PartName": "TitlePart", "Name": "TitlePart" },
                { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": { "AutoroutePartSettings": { "Pattern": "{{ ContentItem | display_text | slugify }}" } } },
                { "PartName": "ListPart", "Name": "ListPart" }
              ]
            },
            {
              "Name": "JournalPost", "DisplayName": "文章",
              "Settings": { "ContentTypeSettings": { "Draftable": true, "Versionable": true } },
              "ContentTypePartDefinitionRecords": [
                { "PartName": "TitlePart", "Name": "TitlePart" },
                { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": { "AutoroutePartSettings": {
                  "Pattern": "{{ Model.ContentItem | container | display_text | slugify }}/{{ Model.ContentItem | display_text | slugify }}" } } },
                { "PartName": "HtmlBodyPart", "Name": "HtmlBodyPart" },
                { "PartName": "JournalPost", "Name": "JournalPost" }
              ]
            }
          ],
          "ContentParts": [
            { "Name": "JournalPost", "Settings": {}, "ContentPartFieldDefinitionRecords": [
              { "FieldName": "TextField", "Name": "Subtitle", "Settings": { "ContentPartFieldSettings": { "DisplayName": "副题" } } } ] }
          ]
        }
        """;

    public static string Recipe(params IEnumerable<string> steps) => $$"""{"name":"test","steps":[{{string.Join(',', steps)}}]}""";

    /// <summary>A step that brings items in.</summary>
    public static string Items(params IEnumerable<JsonNode> items) =>
        new JsonObject { ["name"] = "content", ["Data"] = new JsonArray([.. items.Select(item => item.DeepClone())]) }.ToJsonString();

    /// <summary>A whole version of a post of its own.</summary>
    public static JsonObject Post(string id, string title, string? version = null, string? path = null) => new()
    {
        ["ContentItemId"] = id,
        ["ContentItemVersionId"] = version ?? id + "-1",
        ["ContentType"] = "JournalPost",
        ["DisplayText"] = title,
        ["Latest"] = true,
        ["Published"] = true,
        ["ModifiedUtc"] = "2026-01-02T03:04:05.123456Z",
        ["PublishedUtc"] = "2026-01-02T03:04:05Z",
        ["CreatedUtc"] = "2025-12-31T00:00:00Z",
        ["Owner"] = "4someowner",
        ["Author"] = "someone",
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["AutoroutePart"] = new JsonObject { ["Path"] = path ?? "posts/" + id },
        ["HtmlBodyPart"] = new JsonObject { ["Html"] = "<p>正文</p>" },
        ["JournalPost"] = new JsonObject { ["Subtitle"] = new JsonObject { ["Text"] = "副题" } },
    };

    public static JsonObject With(this JsonObject item, string name, JsonNode? value)
    {
        var changed = item.DeepClone().AsObject();
        changed[name] = value;
        return changed;
    }

    public static async Task<HttpResponseMessage> PostRecipeAsync(this HttpClient client, byte[] body, string mediaType = "application/json", bool check = false)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return await client.PostAsync(check ? "/api/recipes?check=true" : "/api/recipes", content, Cancel);
    }

    /// <summary>Imports and returns the report.</summary>
    public static async Task<JsonObject> ImportAsync(this HttpClient client, string recipe, bool check = false)
    {
        using var answer = await client.PostRecipeAsync(Encoding.UTF8.GetBytes(recipe), check: check);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        return await answer.JsonAsync();
    }

    /// <summary>Imports what must be refused and returns the problem.</summary>
    public static async Task<JsonObject> RefusedAsync(this HttpClient client, string recipe)
    {
        using var answer = await client.PostRecipeAsync(Encoding.UTF8.GetBytes(recipe));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return await answer.JsonAsync();
    }

    /// <summary>Codes of a list of a report, in their order.</summary>
    public static IReadOnlyList<string> Codes(this JsonObject report, string list) =>
        [.. report[list]!.AsArray().Select(entry => (string)entry!["code"]!)];

    /// <summary>The counts of the step of a number.</summary>
    public static JsonObject Counts(this JsonObject report, int step) =>
        report["applied"]!.AsArray().Single(entry => (int)entry!["step"]! == step)!["counts"]!.AsObject();

    /// <summary>Versions of an item as stored, oldest first: version id, title, latest, published.</summary>
    public static Task<List<(string Version, string? Title, bool Latest, bool Published)>> VersionsAsync(this CmsFactory site, string id) =>
        site.WithServicesAsync(async services =>
        {
            var rows = await services.GetRequiredService<CmsDbContext>().Set<ContentItem>().AsNoTracking()
                .Where(item => item.ContentItemId == id).OrderBy(item => item.Id).ToListAsync(Cancel);
            return rows.Select(row => (row.ContentItemVersionId, row.DisplayText, row.Latest, row.Published)).ToList();
        });

    public static Task<int> ItemsOfAsync(this CmsFactory site, string type) => site.WithServicesAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<ContentItem>().CountAsync(item => item.ContentType == type, Cancel));
}
