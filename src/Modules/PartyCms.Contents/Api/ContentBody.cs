using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Api;

/// <summary>
/// Reads the JSON object of a request strictly: what it lets through can be stored, read and written again without a
/// surprise, whatever bytes were sent.
/// </summary>
internal static class ContentBody
{
    /// <summary>Largest body, in bytes.</summary>
    public const int Largest = 4 * 1024 * 1024;

    private const int DeepestNesting = 48;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = DeepestNesting, AllowDuplicateProperties = false };

    /// <summary>The object, or the problem to answer with.</summary>
    public static async Task<(JsonObject? Body, ProblemHttpResult? Problem)> ReadAsync(
        HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsUtf8Json(request))
        {
            return (null, ApiProblems.UnsupportedMediaType());
        }

        var bytes = await BoundedBody.ReadAsync(request, Largest, cancellationToken);
        if (bytes is null)
        {
            return (null, ApiProblems.TooLarge(Largest));
        }

        try
        {
            // Windows puts the mark before what it saves; RFC 8259 lets a reader pass over it.
            var text = bytes.AsMemory(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0);
            CheckTexts(text.Span);
            return JsonNode.Parse(text.Span, documentOptions: Strict) is JsonObject body
                ? (body, null)
                : (null, ApiProblems.BadBody("The body must be one JSON object."));
        }
        catch (JsonException exception)
        {
            return (null, ApiProblems.BadBody(exception.Message));
        }
    }

    private static bool IsUtf8Json(HttpRequest request) =>
        request.HasJsonContentType()
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    // The parser looks at texts only when they are used, which would be too late to refuse them. Half surrogate pairs
    // cannot be written again, and one of the databases cannot store the null character.
    private static void CheckTexts(ReadOnlySpan<byte> bytes)
    {
        try
        {
            StrictUtf8.GetCharCount(bytes);
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = DeepestNesting });
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
                    && reader.ValueIsEscaped && reader.GetString()!.Contains('\0', StringComparison.Ordinal))
                {
                    throw new JsonException("A text holds the character U+0000, which cannot be stored.");
                }
            }
        }
        catch (Exception exception) when (exception is DecoderFallbackException or InvalidOperationException)
        {
            throw new JsonException("The body holds text that is not valid UTF-8 or half of a surrogate pair.");
        }
    }
}
