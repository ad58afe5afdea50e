using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PartyCms.IntegrationTests.Api;

namespace PartyCms.IntegrationTests.Webhooks;

/// <summary>Calls the webhook API as its clients do.</summary>
internal static class WebhookClientExtensions
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Task<HttpResponseMessage> TrySubscribeAsync(
        this HttpClient client, string? url, string? branch = null, string[]? events = null, string[]? contentTypes = null) =>
        client.PostAsJsonAsync(
            "/api/webhooks",
            new { url, branch, events = events ?? ["content.published", "content.unpublished"], contentTypes = contentTypes ?? [] },
            Cancel);

    public static async Task<JsonObject> SubscribeAsync(
        this HttpClient client, string url, string? branch = null, string[]? events = null, string[]? contentTypes = null)
    {
        using var answer = await client.TrySubscribeAsync(url, branch, events, contentTypes);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        return await answer.JsonAsync();
    }

    /// <summary>The deliveries of a subscription, newest first.</summary>
    public static async Task<JsonArray> DeliveriesAsync(this HttpClient client, JsonObject webhook) =>
        (await client.GetJsonAsync($"/api/webhooks/{webhook["id"]}/deliveries"))["items"]!.AsArray();

    public static async Task<JsonObject> PostForJsonAsync(this HttpClient client, string path)
    {
        using var answer = await client.PostAsync(path, null, Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        return await answer.JsonAsync();
    }
}
