namespace PartyCms.Web.Pipeline;

/// <summary>What a reader sees when something is missing or broken: a page for people, problem details for programs.</summary>
internal static class ExceptionPages
{
    public static void UseExceptionPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            StatusCodeSelector = exception => exception is BadHttpRequestException bad ? bad.StatusCode : 500,
        });
        app.UseWhen(
            http => !IsProgram(http.Request.Path),
            pages => pages.UseStatusCodePagesWithReExecute("/error/{0}"));
        app.UseWhen(http => IsProgram(http.Request.Path), programs => programs.UseStatusCodePages());
    }

    /// <summary>Whether an address is read by programs.</summary>
    internal static bool IsProgram(PathString path) =>
        path.StartsWithSegments("/api") || path.StartsWithSegments("/connect") || path.StartsWithSegments("/wechat")
        || path.StartsWithSegments("/health");
}
