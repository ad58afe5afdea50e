using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PartyCms.Kernel.Web;

namespace PartyCms.Web.Pipeline;

/// <summary>
/// Puts a worked example beside each operation of the API's description. The examples lie in files named after the
/// operations; a test sends each of them and compares the answers, so they stay true.
/// </summary>
internal sealed class ApiExamples : IOpenApiOperationTransformer
{
    private const string Folder = "ApiExamples.";

    /// <summary>Name of the example where one is enough.</summary>
    private const string Name = "example";

    private static readonly Dictionary<string, ProblemDetailsExample> Problems = new()
    {
        ["400"] = new("https://tools.ietf.org/html/rfc9110#section-15.5.1", "One or more validation errors occurred.", "take is a number from 1 to 100."),
        ["401"] = new("https://tools.ietf.org/html/rfc9110#section-15.5.2", "Authentication required", "Authentication is required to access this resource. See the WWW-Authenticate response header; a token is issued by POST /connect/token."),
        ["403"] = new("https://tools.ietf.org/html/rfc9110#section-15.5.4", "Access forbidden", "The API client is known but holds no permission for this. An administrator can give it a role."),
        ["404"] = Of(CommonProblems.NotFound, "There is no such content item, or you may not see it."),
        ["409"] = Of(CommonProblems.EditConflict, "Nothing was changed. Read the item again, apply your change to it and post it again."),
        ["412"] = Of(CommonProblems.PreconditionFailed, "Nothing was changed. Read the item again and apply your change to it."),
        ["413"] = Of(CommonProblems.TooLarge, "A content item has at most 4194304 bytes. Upload pictures and files as media."),
        ["415"] = Of(CommonProblems.UnsupportedMediaType, "Send the body as application/json in UTF-8."),
        ["429"] = Of(CommonProblems.TooManyRequests, "Wait 12 seconds, then go on."),
    };

    public async Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (Problems.TryGetValue(status, out var problem) && response.Content is { } content
                && content.TryGetValue("application/problem+json", out var media))
            {
                Set(media, problem.ToJson(int.Parse(status, System.Globalization.CultureInfo.InvariantCulture)));
            }
        }

        if (await ReadAsync(operation.OperationId, cancellationToken) is { } example)
        {
            Show(operation, example);
        }
    }

    private static void Show(OpenApiOperation operation, JsonObject example)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            if (parameter.Name is { } name && example["parameters"]?[name] is { } value)
            {
                parameter.Example = value.DeepClone();
            }
        }

        foreach (var media in operation.RequestBody?.Content?.Values ?? [])
        {
            if (example["request"] is { } request)
            {
                Set(media, request.DeepClone());
            }
        }

        ShowAnswer(operation, (string?)example["status"] ?? "200", example["response"]);
        foreach (var (status, refusal) in example["refusals"]?.AsObject() ?? [])
        {
            ShowAnswer(operation, status, refusal);
        }
    }

    private static void ShowAnswer(OpenApiOperation operation, string status, JsonNode? body)
    {
        if (body is not null && operation.Responses is { } responses && responses.TryGetValue(status, out var response))
        {
            foreach (var media in response.Content?.Values ?? [])
            {
                Set(media, body.DeepClone());
            }
        }
    }

    private static void Set(OpenApiMediaType media, JsonNode value) =>
        media.Examples = new Dictionary<string, IOpenApiExample> { [Name] = new OpenApiExample { Value = value } };

    private static async Task<JsonObject?> ReadAsync(string? operationId, CancellationToken cancellationToken)
    {
        await using var file = typeof(ApiExamples).Assembly.GetManifestResourceStream(Folder + operationId + ".json");
        return file is null ? null : (await JsonNode.ParseAsync(file, cancellationToken: cancellationToken))!.AsObject();
    }

    private static ProblemDetailsExample Of(ProblemKind kind, string detail) => new(kind.Type, kind.Title, detail);

    private sealed record ProblemDetailsExample(string Type, string Title, string Detail)
    {
        public JsonObject ToJson(int status) => new()
        {
            ["type"] = Type,
            ["title"] = Title,
            ["status"] = status,
            ["detail"] = Detail,
        };
    }
}
