using PartyCms.Kernel.Content;

namespace PartyCms.Contents.Api;

/// <summary>Answers with one item and its tag, or 304 where the client holds it already.</summary>
internal sealed class ContentItemResult(ContentItem item) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var tag = EntityTag.Of(item);
        httpContext.Response.Headers.ETag = tag;
        httpContext.Response.Headers.CacheControl = "private, no-cache";
        if (HttpMethods.IsGet(httpContext.Request.Method) && EntityTag.IsKnown(httpContext.Request, tag))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        httpContext.Response.ContentType = ContentListResult.Json;
        using (var writer = new ContentWriter(httpContext.Response.BodyWriter))
        {
            writer.Write(item);
        }

        return httpContext.Response.BodyWriter.FlushAsync(httpContext.RequestAborted).AsTask();
    }
}
