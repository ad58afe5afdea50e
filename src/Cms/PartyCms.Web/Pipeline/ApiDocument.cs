using Microsoft.OpenApi;
using PartyCms.Kernel.Security;

namespace PartyCms.Web.Pipeline;

/// <summary>
/// Describes the site's APIs for programs (<c>/openapi/v1.json</c>) and for people (<c>/docs/api</c>). Both are for
/// everybody: they tell what could be called, not what is stored.
/// </summary>
internal static class ApiDocument
{
    private const string About =
        "Content, search and administration of a PartyCms site. Fetch a token from `POST /connect/token` with the credentials of "
        + "an API client and send it as `Authorization: Bearer …`. Errors are problem details (RFC 9457). Content items keep "
        + "Orchard Core's wire form: eleven base properties in PascalCase, then one object for each part.";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = description => ("/" + description.RelativePath) is var path
            && (path.StartsWith("/api/", StringComparison.Ordinal) || path.StartsWith("/connect/", StringComparison.Ordinal));
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "PartyCms", Version = "v1", Description = About };

            // The address a reader came by is the one to call; a fixed one would be wrong behind a proxy.
            document.Servers = [new OpenApiServer { Url = "/" }];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [ApiAuthentication.Scheme] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.OAuth2,
                    Description = "Token of an API client.",
                    Flows = new OpenApiOAuthFlows
                    {
                        ClientCredentials = new OpenApiOAuthFlow { TokenUrl = new Uri("/connect/token", UriKind.Relative) },
                    },
                },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var takesToken = context.Description.ActionDescriptor.EndpointMetadata
                .OfType<Microsoft.AspNetCore.Authorization.AuthorizationPolicy>()
                .Any(policy => policy.AuthenticationSchemes.Contains(ApiAuthentication.Scheme));
            if (takesToken)
            {
                operation.Security = [new OpenApiSecurityRequirement
                {
                    [new OpenApiSecuritySchemeReference(ApiAuthentication.Scheme, context.Document)] = [],
                }];
            }

            operation.RequestBody?.Content?.Remove(ApiAuthentication.AnyMediaType);
            AddRefusal(operation);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(new ApiExamples());
    });

    private static void AddRefusal(OpenApiOperation operation)
    {
        operation.Responses ??= [];
        operation.Responses.TryAdd("429", new OpenApiResponse
        {
            Description = "Too many requests; Retry-After tells how many seconds to wait.",
            Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() },
        });
    }

    /// <summary>The page for people; scripts and styles are files, so the strict content policy holds.</summary>
    public static void UseApiPage(this IApplicationBuilder app) => app.UseSwaggerUI(options =>
    {
        options.RoutePrefix = "docs/api";
        options.DocumentTitle = "PartyCms API";

        // Without it a phone shows the page as wide as a desk, in letters nobody can read.
        options.HeadContent = """<meta name="viewport" content="width=device-width, initial-scale=1">""";
        options.DefaultModelsExpandDepth(0);
        options.SwaggerEndpoint("/openapi/v1.json", "PartyCms v1");
    });

    public static void MapApiDocument(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapOpenApi().AllowAnonymous();
}
