using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.IntegrationTests.Api;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;

namespace PartyCms.IntegrationTests.Content;

public sealed class StoredDefinitionTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stored_type_takes_items_at_addresses_of_their_own()
    {
        await DefineAsync("Leaflet", "AutoroutePart", "{{ ContentItem.DisplayText | slugify }}");
        using var client = await site.AdministratorAsync();

        var free = await client.SavedAsync(Item("Leaflet", "一份传单"));
        var wished = await client.SavedAsync(Item("Leaflet", "另一份", "Leaf/Let-1"));
        using var taken = await client.SaveAsync(Item("Leaflet", "又一份", "Leaf/Let-1"));
        using var reserved = await client.SaveAsync(Item("Leaflet", "占位", "admin/x"));

        Assert.Equal(("一份传单", "Leaf/Let-1"), ((string?)free["AutoroutePart"]!["Path"], (string?)wished["AutoroutePart"]!["Path"]));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (taken.StatusCode, reserved.StatusCode));
    }

    [Fact]
    public async Task An_item_in_a_list_stands_below_its_address()
    {
        await DefineAsync("Shelf", "AutoroutePart", "{{ Model.ContentItem | display_text | slugify }}");
        await DefineAsync(
            "Book", "AutoroutePart",
            "{{ Model.ContentItem | container | display_text | slugify }}/{{ Model.ContentItem | display_text | slugify }}");
        using var client = await site.AdministratorAsync();
        var shelf = await client.SavedAsync(Item("Shelf", "Top Shelf"));
        var book = Item("Book", "Some Other Book");
        book["ContainedPart"] = new JsonObject { ["ListContentItemId"] = shelf.Id(), ["ListContentType"] = "Shelf", ["Order"] = 0 };

        Assert.Equal("top-shelf/some-other-book", (string?)(await client.SavedAsync(book))["AutoroutePart"]!["Path"]);
    }

    [Fact]
    public async Task An_item_without_an_address_is_published_and_stands_in_no_list()
    {
        await DefineAsync("Snippet", "SnippetPart", null);
        using var client = await site.AdministratorAsync();

        var saved = await client.SavedAsync(Item("Snippet", ""));

        Assert.True((bool)saved["Published"]!);
        Assert.Null(saved["AutoroutePart"]);
        Assert.False(await site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>()
            .Set<ContentSummary>().AnyAsync(row => row.ContentType == "Snippet", Cancel)));
    }

    [Fact]
    public async Task Only_an_administrator_writes_content_that_no_module_brings()
    {
        await DefineAsync("Imprint", "AutoroutePart", null);
        using var secretary = await site.ClientAsync("Secretary", "qinghe");

        using var answer = await secretary.SaveAsync(Item("Imprint", "版本说明"), draft: true);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("news/x-{{ ContentItem.DisplayText | slugify }}", "news/x-看-图纸")]
    [InlineData("{{ ContentItem | display_text | slugify }}/more", "news/看-图纸-more")]
    [InlineData("{{ ContentItem.DisplayText | upcase }}", "news/看-图纸")]
    public async Task A_pattern_for_a_type_of_ours_never_leaves_the_pages_of_its_module(string pattern, string path)
    {
        using var client = await site.AdministratorAsync();
        var declared = await site.WithServicesAsync(services =>
            Task.FromResult(services.GetRequiredService<ContentDefinitions>().FindType("BranchNews")!.Definition!));
        var settings = new JsonObject { ["AutoroutePartSettings"] = new JsonObject { ["Pattern"] = pattern } };
        await PutAsync(declared with
        {
            Parts = [.. declared.Parts.Select(part => part.Name == "AutoroutePart" ? part with { Settings = settings } : part)],
        });

        var saved = await client.SavedAsync(await site.NewsAsync("看 图纸"));
        using var deleted = await client.DeleteAsync("/api/content/" + saved.Id(), Cancel);
        await PutAsync(declared);

        Assert.Equal(path, (string?)saved["AutoroutePart"]!["Path"]);
    }

    [Fact]
    public async Task A_definition_that_is_rolled_back_was_never_there()
    {
        await site.WithServicesAsync(async services =>
        {
            var db = services.GetRequiredService<CmsDbContext>();
            var definitions = services.GetRequiredService<ContentDefinitions>();
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            await definitions.PutAsync([new ContentTypeDefinition { Name = "Ghost", DisplayName = "幻影" }], [], Cancel);
            Assert.NotNull(definitions.FindType("Ghost"));
            await transaction.RollbackAsync(Cancel);
            return true;
        });

        Assert.Null(await site.WithServicesAsync(services =>
            Task.FromResult(services.GetRequiredService<ContentDefinitions>().FindType("Ghost"))));
    }

    private static JsonObject Item(string type, string title, string? path = null)
    {
        var item = new JsonObject
        {
            ["ContentType"] = type,
            ["DisplayText"] = title,
            [type] = new JsonObject { ["Note"] = new JsonObject { ["Text"] = "字段" } },
        };
        if (path is not null)
        {
            item["AutoroutePart"] = new JsonObject { ["Path"] = path };
        }

        return item;
    }

    private Task<bool> DefineAsync(string name, string part, string? pattern) => site.WithServicesAsync(async services =>
    {
        var definitions = services.GetRequiredService<ContentDefinitions>();
        var settings = new JsonObject { ["AutoroutePartSettings"] = new JsonObject { ["Pattern"] = pattern } };
        await definitions.PutAsync(
            [new ContentTypeDefinition { Name = name, DisplayName = name, Parts = [new ContentTypePart(part, part, settings)] }], [], Cancel);
        definitions.Flush();
        return true;
    });

    private Task<bool> PutAsync(ContentTypeDefinition type) => site.WithServicesAsync(async services =>
    {
        var definitions = services.GetRequiredService<ContentDefinitions>();
        await definitions.PutAsync([type], [], Cancel);
        definitions.Flush();
        return true;
    });
}
