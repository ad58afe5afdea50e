using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace PartyCms.Kernel.Web;

/// <summary>
/// Reads the JSON body of a request and refuses what cannot be read with problem details, the same in development and
/// in production.
/// </summary>
public static class JsonBody
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { MaxDepth = 16 };

    /// <summary>The value, or the problem to answer with.</summary>
    public static async Task<(T? Value, ProblemHttpResult? Problem)> ReadAsync<T>(
        HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        if (!request.HasJsonContentType())
        {
            return (null, CommonProblems.UnsupportedMediaType.With("Send the body as application/json in UTF-8."));
        }

        try
        {
            var value = await request.ReadFromJsonAsync<T>(Options, cancellationToken);
            return value is null ? (null, CommonProblems.BadBody.With("The body must be one JSON object.")) : (value, null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return (null, CommonProblems.BadBody.With("The body is not the JSON object that the description of this operation shows."));
        }
    }
}
