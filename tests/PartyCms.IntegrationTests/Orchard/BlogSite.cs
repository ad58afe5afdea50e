using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.IntegrationTests.Api;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;

namespace PartyCms.IntegrationTests.Orchard;

/// <summary>A site with the blog imported by API, a client <c>T</c> of every right, and the seeded post <c>P</c>; fresh for each test.</summary>
public abstract class BlogSite : IAsyncLifetime
{
    protected CmsFactory Site { get; } = new();

    /// <summary>The client with every right.</summary>
    protected HttpClient T { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        T = await Site.AdministratorAsync();
        using var imported = await T.PostAsJsonAsync("/api/recipes", BlogRecipe.Read(), Cancel);
        Assert.True(imported.IsSuccessStatusCode, await imported.Content.ReadAsStringAsync(Cancel));
    }

    public async ValueTask DisposeAsync()
    {
        T.Dispose();
        await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The seeded post as GET tells it.</summary>
    protected Task<JsonObject> ReadPostAsync() => T.GetJsonAsync($"/api/content/{BlogRecipe.PostId}");

    /// <summary>How many versions of posts are stored.</summary>
    protected Task<int> CountPostRowsAsync() => Site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>()
        .Set<ContentItem>().CountAsync(item => item.ContentType == "BlogPost", Cancel));

    /// <summary>A new post for the blog.</summary>
    protected static JsonObject NewPost(string title, string? path = null)
    {
        var post = new JsonObject
        {
            ["ContentType"] = "BlogPost",
            ["DisplayText"] = title,
            ["Latest"] = true,
            ["Published"] = true,
            ["ContainedPart"] = new JsonObject { ["ListContentItemId"] = BlogRecipe.BlogId },
            ["BlogPost"] = new JsonObject
            {
                ["Tags"] = new JsonObject
                {
                    ["TaxonomyContentItemId"] = BlogRecipe.TagsId,
                    ["TermContentItemIds"] = new JsonArray(BlogRecipe.TermOneId),
                },
            },
        };
        if (path is not null)
        {
            post["AutoroutePart"] = new JsonObject { ["Path"] = path };
        }

        return post;
    }

    protected static JsonObject With(JsonObject item, string name, JsonNode? value)
    {
        var changed = item.DeepClone().AsObject();
        changed[name] = value;
        return changed;
    }
}
