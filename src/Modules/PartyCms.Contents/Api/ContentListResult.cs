using PartyCms.Kernel.Content;

namespace PartyCms.Contents.Api;

/// <summary>Answers with a list of items.</summary>
/// <param name="items">In their order.</param>
/// <param name="next">Cursor of the next page; null on the last.</param>
/// <param name="withNext">Whether the list is paged at all.</param>
/// <param name="withParts">False for the base properties alone.</param>
internal sealed class ContentListResult(
    IReadOnlyList<ContentItem> items, string? next, bool withNext = true, bool withParts = true) : IResult
{
    public const string Json = "application/json; charset=utf-8";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = Json;
        httpContext.Response.Headers.CacheControl = "private, no-store";
        using (var writer = new ContentWriter(httpContext.Response.BodyWriter))
        {
            writer.WriteList(items, next, withNext, withParts);
        }

        return httpContext.Response.BodyWriter.FlushAsync(httpContext.RequestAborted).AsTask();
    }
}
