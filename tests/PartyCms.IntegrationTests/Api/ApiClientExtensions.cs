using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Accounts.ApiClients;
using PartyCms.Organization.Contracts;

namespace PartyCms.IntegrationTests.Api;

/// <summary>Calls the API as its clients do.</summary>
internal static class ApiClientExtensions
{
    public const string Secret = "a-secret-for-tests-0123456789";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>An API client of the whole site, made at set-up, with every permission.</summary>
    public static Task<HttpClient> AdministratorAsync(this WebApplicationFactory<Program> site) =>
        site.WithTokenAsync("test-client", "test-client-secret-1234567890");

    /// <summary>A new API client with one role, at a branch or (null) for the whole site.</summary>
    public static async Task<HttpClient> ClientAsync(this WebApplicationFactory<Program> site, string role, string? branch = null)
    {
        var clientId = "c" + Guid.CreateVersion7().ToString("N");
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var services = scope.ServiceProvider;
            var unit = branch is null ? null : await services.GetRequiredService<BranchDirectory>().FindAsync(branch, Cancel);
            await services.GetRequiredService<ManageApiClients>().CreateAsync(clientId, role, Secret, [role], unit?.Id, Cancel);
        }

        return await site.WithTokenAsync(clientId, Secret);
    }

    public static async Task<HttpClient> WithTokenAsync(this WebApplicationFactory<Program> site, string clientId, string secret)
    {
        var client = site.CreateDefaultClient(new CookieJar());
        using var answer = await client.TokenAsync(new()
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = clientId,
            ["client_secret"] = secret,
        });
        answer.EnsureSuccessStatusCode();
        var token = (string)(await answer.JsonAsync())["access_token"]!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public static async Task<HttpResponseMessage> TokenAsync(this HttpClient client, Dictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form);
        return await client.PostAsync("/connect/token", content, Cancel);
    }

    /// <summary>A valid new item of branch news.</summary>
    public static async Task<JsonObject> NewsAsync(this WebApplicationFactory<Program> site, string title, string branch = "qinghe") => new()
    {
        ["ContentType"] = "BranchNews",
        ["DisplayText"] = title,
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["HtmlBodyPart"] = new JsonObject { ["Html"] = "<p>支部召开学习会。</p>" },
        ["ArticlePart"] = new JsonObject { ["Summary"] = new JsonObject { ["Text"] = "学习会" } },
        ["PartyBranchPart"] = new JsonObject { ["BranchId"] = (await site.BranchAsync(branch)).ToString() },
    };

    public static async Task<Guid> BranchAsync(this WebApplicationFactory<Program> site, string slug)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<BranchDirectory>().FindAsync(slug, Cancel))!.Id;
    }

    public static async Task<HttpResponseMessage> SaveAsync(this HttpClient client, JsonNode item, bool draft = false, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, draft ? "/api/content?draft=true" : "/api/content");
        request.Content = new StringContent(item.ToJsonString(), Encoding.UTF8, "application/json");
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await client.SendAsync(request, Cancel);
    }

    /// <summary>Saves and returns the item as answered.</summary>
    public static async Task<JsonObject> SavedAsync(this HttpClient client, JsonNode item, bool draft = false)
    {
        using var answer = await client.SaveAsync(item, draft);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        return await answer.JsonAsync();
    }

    public static async Task<JsonObject> JsonAsync(this HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;

    public static async Task<JsonObject> GetJsonAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        return await answer.JsonAsync();
    }

    public static string Id(this JsonObject item) => (string)item["ContentItemId"]!;
}
