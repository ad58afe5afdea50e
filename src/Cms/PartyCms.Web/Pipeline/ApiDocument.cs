using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
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

    private const string Cookie = "Cookie";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = description => ("/" + description.RelativePath) is var path
            && (path.StartsWith("/api/", StringComparison.Ordinal) || path.StartsWith("/connect/", StringComparison.Ordinal))
            && !IsHeadOfGet(description);
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
                [Cookie] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.ApiKey,
                    In = ParameterLocation.Cookie,
                    Name = "account",
                    Description = "Cookie of a person who signed in at /account/login.",
                },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            var takesToken = metadata.OfType<AuthorizationPolicy>()
                .Any(policy => policy.AuthenticationSchemes.Contains(ApiAuthentication.Scheme));
            var isForSome = !metadata.OfType<IAllowAnonymous>().Any();
            if (takesToken || isForSome)
            {
                operation.Security = [new OpenApiSecurityRequirement
                {
                    [new OpenApiSecuritySchemeReference(takesToken ? ApiAuthentication.Scheme : Cookie, context.Document)] = [],
                }];
            }

            if (isForSome)
            {
                AddProblem(operation, "401", "Unauthorized");
                AddProblem(operation, "403", "Forbidden");
            }

            operation.RequestBody?.Content?.Remove(ApiAuthentication.AnyMediaType);
            AddProblem(operation, "429", "Too many requests; Retry-After tells how many seconds to wait.");
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(new ApiExamples());
    });

    // Each GET answers HEAD as well; the description need not say everything twice.
    private static bool IsHeadOfGet(ApiDescription description) =>
        description.HttpMethod == HttpMethods.Head
        && description.ActionDescriptor.EndpointMetadata.OfType<IHttpMethodMetadata>().Any(known => known.HttpMethods.Contains(HttpMethods.Get));

    private static void AddProblem(OpenApiOperation operation, string status, string description)
    {
        operation.Responses ??= [];
        operation.Responses.TryAdd(status, new OpenApiResponse
        {
            Description = description,
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
