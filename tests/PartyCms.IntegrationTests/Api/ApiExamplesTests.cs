using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartyCms.IntegrationTests.Media;
using PartyCms.IntegrationTests.Webhooks;

namespace PartyCms.IntegrationTests.Api;

/// <summary>
/// Every operation has an example, and the examples are true: each is sent to the site, with the ids of things that exist
/// there, and the answer has the status and the shape that the example shows. A form with files has no example that JSON
/// could show; the test sends a picture in its place. Resumable uploads follow the tus protocol, which is all headers.
/// </summary>
public sealed class ApiExamplesTests(WebhookSite site) : IClassFixture<WebhookSite>
{
    // Operations of a signed-in member; the others are called with a client's token.
    private static readonly string[] Personal = ["GetMyLearning", "StartStudySession", "BeatStudySession", "AnswerStudySession"];

    // In this order; what is not named comes first.
    private static readonly string[] Last =
    [
        "CreateMediaFolder", "ListMediaFolders", "UploadMediaFiles", "ListMediaFiles", "GetMediaFile", "MoveMediaFile", "DeleteMediaFile",
        "DeleteMediaFolder",
        "StartStudySession", "BeatStudySession", "AnswerStudySession", "RestoreContentVersion", "PublishContentItem",
        "WithdrawContentItem", "DeleteContentItem", "RedeliverWebhook", "EnableWebhook", "DeleteWebhook",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_operation_has_examples_for_what_it_takes_and_gives()
    {
        var operations = await ReadOperationsAsync();

        Assert.True(operations.Count > 25);
        var missing = operations.SelectMany(operation => operation.Missing()).ToList();
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    [Fact]
    public async Task Every_example_is_true()
    {
        using var client = await site.AdministratorAsync();
        using var member = await site.SignInAsync("member");
        var known = await PrepareAsync(client);
        var faults = new List<string>();
        foreach (var operation in (await ReadOperationsAsync()).OrderBy(operation => Array.IndexOf(Last, operation.Id)))
        {
            var caller = Personal.Contains(operation.Id) ? member : client;
            if (operation.Id is "WithdrawContentItem" or "DeleteContentItem")
            {
                using var shown = await client.PostAsync($"/api/content/{known[Example.ItemId]}/publish", null, Cancel);
            }

            faults.AddRange(await operation.TryAsync(caller, known));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>Makes the things that the examples speak of; returns their real ids by the ids in the examples.</summary>
    private async Task<Dictionary<string, string>> PrepareAsync(HttpClient client)
    {
        var item = await client.SavedAsync(await site.NewsAsync("示例里的动态"));
        var webhook = await client.SubscribeAsync("http://127.0.0.1:9/hook");
        var ping = await client.PostForJsonAsync($"/api/webhooks/{webhook["id"]}/ping");
        var lesson = await client.GetJsonAsync("/api/lessons/today");
        return new(StringComparer.Ordinal)
        {
            [Example.ItemId] = item.Id(),
            [Example.VersionId] = (string)item["ContentItemVersionId"]!,
            [Example.BranchId] = (string)item["PartyBranchPart"]!["BranchId"]!,
            [Example.WebhookId] = (string)webhook["id"]!,
            [Example.DeliveryId] = (string)ping["id"]!,
            [Example.LessonId] = (string)lesson["contentItemId"]!,
            [Example.LessonDay] = (string)lesson["date"]!,
            ["https://portal.example.cn/hook"] = "http://127.0.0.1:9/hook",
        };
    }

    private async Task<IReadOnlyList<Example>> ReadOperationsAsync()
    {
        using var visitor = site.CreateVisitor();
        var document = await visitor.GetJsonAsync("/openapi/v1.json");
        return
        [
            .. from path in document["paths"]!.AsObject()
               where !path.Key.StartsWith("/api/media/uploads", StringComparison.Ordinal)
               from operation in path.Value!.AsObject()
               select new Example(path.Key, operation.Key, operation.Value!.AsObject()),
        ];
    }

    /// <summary>One operation with what its description shows.</summary>
    private sealed record Example(string Path, string Method, JsonObject Operation)
    {
        public const string ItemId = "4m2ngjv9xq3t0c8s5b1d7e6fwh";
        public const string VersionId = "4xk92r6yq3t0c8s5b1d7e6fwhz";
        public const string BranchId = "01994c0e-7a00-7000-8000-00000000000b";
        public const string WebhookId = "01994c0e-7a00-7000-8000-000000000001";
        public const string SessionId = "01994c0e-7a00-7000-8000-000000000002";
        public const string DeliveryId = "msg_5f0c6a1e8d3b4c7f9a2e1d0b8c6f4a3e";
        public const string LessonId = "41essnv9xq3t0c8s5b1d7e6fwh";
        public const string LessonDay = "2026-11-22";
        public const string FilePath = "2026/11/077a7b2f2f8bcf05cc25499839ea7ad3.png";

        public string Id => (string)Operation["operationId"]!;

        private bool TakesFiles =>
            Operation["requestBody"]?["content"]?.AsObject() is { Count: 1 } media && media.ContainsKey("multipart/form-data");

        private IEnumerable<JsonObject> Parameters => Operation["parameters"]?.AsArray().Select(each => each!.AsObject()) ?? [];

        private (string Status, JsonNode? Body) Success =>
            Operation["responses"]!.AsObject().Where(response => response.Key[0] == '2')
                .Select(response => (response.Key, ExampleIn(response.Value))).OrderByDescending(response => response.Item2 is not null).First();

        public IEnumerable<string> Missing()
        {
            foreach (var parameter in Parameters.Where(each => (bool?)each["required"] == true && each["example"] is null))
            {
                yield return $"{Id}: parameter {parameter["name"]}";
            }

            if (Operation["requestBody"] is { } body && !TakesFiles && ExampleIn(body) is null)
            {
                yield return $"{Id}: request";
            }

            foreach (var (status, response) in Operation["responses"]!.AsObject())
            {
                if (response!["content"] is not null && ExampleIn(response) is null)
                {
                    yield return $"{Id}: answer {status}";
                }
            }
        }

        public async Task<IReadOnlyList<string>> TryAsync(HttpClient caller, Dictionary<string, string> known)
        {
            using var request = new HttpRequestMessage(new HttpMethod(Method.ToUpperInvariant()), Address(known)) { Content = Body(known) };
            using var answer = await caller.SendAsync(request, Cancel);
            var text = await answer.Content.ReadAsStringAsync(Cancel);
            var (status, shown) = Success;
            if (((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture) != status)
            {
                return [$"{Id}: {(int)answer.StatusCode} instead of {status}: {text}"];
            }

            var given = text.Length == 0 ? null : JsonNode.Parse(text);
            if (Id == "StartStudySession")
            {
                known[SessionId] = (string)given!["id"]!;
            }
            else if (TakesFiles)
            {
                known[FilePath] = (string)given!["files"]![0]!["filePath"]!;
            }

            return shown is null ? [] : [.. Differences(Id, shown, given)];
        }

        private string Address(Dictionary<string, string> known)
        {
            var path = Path;
            var query = new StringBuilder();
            foreach (var parameter in Parameters.Where(each => each["example"] is not null))
            {
                var name = (string)parameter["name"]!;
                var value = Uri.EscapeDataString(Real(parameter["example"]!.ToString(), known));
                if ((string?)parameter["in"] == "path")
                {
                    path = path.Replace($"{{{name}}}", value, StringComparison.Ordinal);
                }
                else
                {
                    query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(value);
                }
            }

            return path + query;
        }

        private HttpContent? Body(Dictionary<string, string> known)
        {
            if (TakesFiles)
            {
                return new MultipartFormDataContent
                {
                    { new ByteArrayContent(MediaUploadTests.Png), "files", "activity-room.png" }, { new StringContent("活动室新添的书架"), "mediaText" },
                };
            }

            if (Operation["requestBody"] is not { } body || ExampleIn(body) is not { } example)
            {
                return null;
            }

            if (body["content"]!.AsObject().ContainsKey("application/x-www-form-urlencoded"))
            {
                return new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["grant_type"] = (string)example["grant_type"]!,
                    ["client_id"] = "test-client",
                    ["client_secret"] = "test-client-secret-1234567890",
                });
            }

            var content = new StringContent(Real(example.ToJsonString(), known), Encoding.UTF8);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return content;
        }

        private static string Real(string text, Dictionary<string, string> known) =>
            known.Aggregate(text, (current, pair) => current.Replace(pair.Key, pair.Value, StringComparison.Ordinal));

        private static JsonNode? ExampleIn(JsonNode? holder) =>
            holder?["content"]?.AsObject().Select(media => media.Value!["examples"]?["example"]?["value"]).FirstOrDefault(value => value is not null);

        // Every name that the example shows is in the answer and the other way round; null goes with anything.
        private static IEnumerable<string> Differences(string where, JsonNode? shown, JsonNode? given)
        {
            if (shown is null || given is null)
            {
                return [];
            }

            return (shown, given) switch
            {
                (JsonObject a, JsonObject b) =>
                [
                    .. a.Select(each => each.Key).Except(b.Select(each => each.Key)).Select(name => $"{where}: no {name} is given"),
                    .. b.Select(each => each.Key).Except(a.Select(each => each.Key)).Select(name => $"{where}: {name} is not shown"),
                    .. a.Where(each => b.ContainsKey(each.Key))
                        .SelectMany(each => Differences($"{where}.{each.Key}", each.Value, b[each.Key])),
                ],
                (JsonArray { Count: > 0 } a, JsonArray { Count: > 0 } b) => Differences(where + "[0]", a[0], b[0]),
                (JsonArray, JsonArray) => [],
                _ when Kind(shown) != Kind(given) => [$"{where}: {given.GetValueKind()} instead of {shown.GetValueKind()}"],
                _ => [],
            };
        }

        private static JsonValueKind Kind(JsonNode node) => node.GetValueKind() == JsonValueKind.False ? JsonValueKind.True : node.GetValueKind();
    }
}
