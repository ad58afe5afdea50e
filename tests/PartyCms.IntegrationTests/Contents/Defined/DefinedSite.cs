using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;

namespace PartyCms.IntegrationTests.Contents.Defined;

/// <summary>Types that no module brings, and their items, as an administrator and a secretary meet them.</summary>
internal static class DefinedSite
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static string New(string type) => "/admin/content/edit?type=" + type;

    public static string Edit(string id) => "/admin/content/edit/" + id;

    /// <summary>Stores types and parts given in their wire form.</summary>
    public static Task<bool> DefineAsync(this CmsFactory site, string json) => site.WithServicesAsync(async services =>
    {
        var root = JsonNode.Parse(json)!;
        var definitions = services.GetRequiredService<ContentDefinitions>();
        await definitions.PutAsync(
            [.. (root["ContentTypes"] as JsonArray ?? []).Select(type => DefinitionJson.ReadType(type!.AsObject()))],
            [.. (root["ContentParts"] as JsonArray ?? []).Select(part => DefinitionJson.ReadPart(part!.AsObject()))], Cancel);
        definitions.Flush();
        return true;
    });

    /// <summary>Presses a button of the editor and gives the id of what was saved.</summary>
    public static async Task<string> SavedAsync(
        this HttpClient client, string page, string button, Dictionary<string, string> typed)
    {
        using var answer = await client.PressAsync(page, button, typed);
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            Assert.Fail(await answer.Content.ReadAsStringAsync(Cancel));
        }

        var target = answer.Headers.Location!.OriginalString;
        return target.StartsWith("/admin/content/edit/", StringComparison.Ordinal) ? target["/admin/content/edit/".Length..] : target;
    }

    /// <summary>The parts of the latest version of an item.</summary>
    public static async Task<JsonObject> PartsAsync(this CmsFactory site, string id) => await site.WithServicesAsync(async services =>
        (await services.GetRequiredService<CmsDbContext>().Set<ContentItem>().AsNoTracking()
            .SingleAsync(item => item.ContentItemId == id && item.Latest, Cancel)).Parts);

    public static void AssertJson(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual?.ToJsonString(ContentJson.Options));
}
