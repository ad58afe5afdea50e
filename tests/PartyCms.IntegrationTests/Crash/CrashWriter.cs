using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartyCms.IntegrationTests.Api;

namespace PartyCms.IntegrationTests.Crash;

/// <summary>
/// Writes to a site that may die at any moment, and remembers what was promised: which acts were sent, and which of them
/// the site said were done.
/// </summary>
internal sealed class CrashWriter(string name, int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<Article> _articles = [];
    private readonly List<(string Url, byte[] Content)> _files = [];
    private readonly List<string> _imports = [];
    private readonly HashSet<string> _doneImports = new(StringComparer.Ordinal);
    private int _unchecked;

    /// <summary>Acts that the site said were done.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>One act after another, until the site no longer answers.</summary>
    /// <param name="client">Signed in as an editor and as an API client.</param>
    /// <param name="pageToken">Token of a page with a form.</param>
    /// <param name="begun">Set when an act was done.</param>
    public async Task RunAsync(HttpClient client, string pageToken, TaskCompletionSource begun)
    {
        try
        {
            while (true)
            {
                await ActAsync(client, pageToken);
                Acknowledged++;
                begun.TrySetResult();
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // The site is gone, as it should be; what it had not acknowledged may be there or not.
        }
    }

    /// <summary>Holds what the site shows against what it promised.</summary>
    public async Task CheckAsync(HttpClient client, CrashDatabase database)
    {
        foreach (var article in _articles[Math.Max(0, _unchecked - 3)..])
        {
            await CheckAsync(client, database, article);
        }

        _unchecked = _articles.Count;
        if (_files is [.., var (url, content)])
        {
            Assert.Equal(content, await client.GetByteArrayAsync(url));
        }

        foreach (var import in _imports)
        {
            var found = await database.CountAsync(
                $"""SELECT count(*) FROM content_items WHERE "Published" AND "DisplayText" LIKE '断电导入{import}-%'""");
            Assert.True(found is ImportedItems || (found == 0 && !_doneImports.Contains(import)), $"Import {import}: {found} of {ImportedItems} items.");
        }
    }

    private const int ImportedItems = 12;

    private Task ActAsync(HttpClient client, string pageToken) => _random.Next(7) switch
    {
        0 or 1 => CreateAsync(client),
        2 or 3 => EditAsync(client),
        4 => DeleteAsync(client),
        5 => UploadAsync(client, pageToken),
        _ => ImportAsync(client),
    };

    private async Task CreateAsync(HttpClient client)
    {
        var article = new Article($"断电{name}第{_articles.Count}篇");
        _articles.Add(article);
        var answer = await PostAsync(client, article.Next());
        article.Id = answer.Id();
        article.Acknowledge();
    }

    private async Task EditAsync(HttpClient client)
    {
        if (_articles.FindLast(article => article.Id is not null && !article.IsDeleting) is { } article)
        {
            await PostAsync(client, article.Next());
            article.Acknowledge();
        }
    }

    private async Task DeleteAsync(HttpClient client)
    {
        if (_articles.Find(article => article.Id is not null && !article.IsDeleting) is { } article)
        {
            article.IsDeleting = true;
            using var answer = await client.DeleteAsync($"/api/content/{article.Id}");
            await EnsureDoneAsync(answer);
            article.IsDeleted = true;
        }
    }

    private async Task UploadAsync(HttpClient client, string pageToken)
    {
        byte[] content = [.. "ID3"u8, 3, 0, 0, .. new byte[200_000 + _random.Next(400_000)]];
        _random.NextBytes(content.AsSpan(6));
        using var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { file, "file", "录音.mp3" }, { new StringContent(""), "alt" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/media/upload") { Content = form };
        request.Headers.Add("X-CSRF-Token", pageToken);
        using var answer = await client.SendAsync(request);
        var stored = await EnsureDoneAsync(answer);
        _files.Add(((string)stored["url"]!, content));
    }

    private async Task ImportAsync(HttpClient client)
    {
        var import = $"{name}{_imports.Count}";
        _imports.Add(import);
        var items = Enumerable.Range(0, ImportedItems).Select(number => (JsonNode)new JsonObject
        {
            ["ContentItemId"] = $"import{import}x{number:D2}".ToLowerInvariant().PadRight(26, '0'),
            ["ContentType"] = "Guide",
            ["DisplayText"] = $"断电导入{import}-{number}",
            ["Latest"] = true,
            ["Published"] = true,
            ["TitlePart"] = new JsonObject { ["Title"] = $"断电导入{import}-{number}" },
            ["HtmlBodyPart"] = new JsonObject { ["Html"] = "<p>要么都在，要么都不在。</p>" },
        });
        var recipe = new JsonObject
        {
            ["name"] = "crash",
            ["steps"] = new JsonArray(new JsonObject { ["name"] = "content", ["data"] = new JsonArray([.. items]) }),
        };
        using var body = new StringContent(recipe.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/api/recipes", body);
        await EnsureDoneAsync(answer);
        _doneImports.Add(import);
    }

    private static async Task<JsonObject> PostAsync(HttpClient client, JsonObject item)
    {
        using var body = new StringContent(item.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/api/content", body);
        return await EnsureDoneAsync(answer);
    }

    private static async Task<JsonObject> EnsureDoneAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage!.RequestUri}: {answer.StatusCode} {text}");
        try
        {
            return JsonNode.Parse(text)!.AsObject();
        }
        catch (JsonException exception)
        {
            throw new IOException("The answer broke off.", exception);
        }
    }

    private static async Task CheckAsync(HttpClient client, CrashDatabase database, Article article)
    {
        if (article.Id is null)
        {
            // It was not acknowledged: whole, or not there at all. Half states are looked for in the database.
            var live = await database.CountAsync($"""SELECT count(*) FROM content_items WHERE "DisplayText" = '{article.Name}' AND "Latest" """);
            Assert.InRange(live, 0, 1);
            return;
        }

        using var answer = await client.GetAsync($"/api/content/{article.Id}");
        if (article.IsDeleting && answer.StatusCode == HttpStatusCode.NotFound)
        {
            return;
        }

        Assert.False(article.IsDeleted && answer.IsSuccessStatusCode, $"{article.Name} came back.");
        Assert.True(answer.IsSuccessStatusCode, $"{article.Name} was acknowledged and is gone: {answer.StatusCode}");
        var item = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        var html = (string)item["HtmlBodyPart"]!["Html"]!;
        Assert.Contains(
            Enumerable.Range(article.AcknowledgedEdition, article.SentEdition - article.AcknowledgedEdition + 1),
            edition => html == Article.Body(edition));
        article.Settle(html);
    }

    /// <summary>One article and how far its editions have come.</summary>
    private sealed class Article(string title)
    {
        public string Name => title;

        public string? Id { get; set; }

        public int SentEdition { get; private set; } = -1;

        public int AcknowledgedEdition { get; private set; }

        public bool IsDeleting { get; set; }

        public bool IsDeleted { get; set; }

        public static string Body(int edition) => $"<p>第{edition}稿：停电也不丢。</p>";

        public JsonObject Next()
        {
            SentEdition++;
            var item = new JsonObject
            {
                ["ContentType"] = "Guide",
                ["DisplayText"] = title,
                ["TitlePart"] = new JsonObject { ["Title"] = title },
                ["HtmlBodyPart"] = new JsonObject { ["Html"] = Body(SentEdition) },
            };
            if (Id is not null)
            {
                item["ContentItemId"] = Id;
            }

            return item;
        }

        public void Acknowledge() => AcknowledgedEdition = SentEdition;

        /// <summary>After a restart nothing is under way any more: what stands there now is what must stay.</summary>
        public void Settle(string html)
        {
            while (AcknowledgedEdition < SentEdition && html != Body(AcknowledgedEdition))
            {
                AcknowledgedEdition++;
            }

            SentEdition = Math.Max(SentEdition, AcknowledgedEdition);
        }
    }
}
