using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using PartyCms.Data.PostgreSql;
using PartyCms.Data.Sqlite;
using PartyCms.Kernel;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Content.Permalinks;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Jobs;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Outbox;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Text;
using PartyCms.Kernel.Web;
using PartyCms.Web.Pipeline;
using PartyCms.Web.Setup;

namespace PartyCms.Web;

/// <summary>Puts the site together: configuration, services, pipeline, in the order a request meets them.</summary>
internal static class CmsHost
{
    public static WebApplicationBuilder AddCms(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var modules = ModuleCatalogue.Create(SiteModules.All);
        services.AddSingleton(modules);
        services.AddOptions<CmsOptions>().BindConfiguration(CmsOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<CmsOptions>, CmsOptionsValidation>();
        services.AddKernel();
        services.AddDatabase(builder.Configuration, builder.Environment);
        services.AddHostedService(provider => provider.GetRequiredService<OutboxDispatcher>());
        services.AddHostedService(provider => provider.GetRequiredService<JobRunner>());
        services.AddHostedService(provider => provider.GetRequiredService<DefinitionSnapshot>());
        services.AddScoped<SiteSetup>();
        services.AddRecipeStep<BeginSetupStep>().AddRecipeStep<CompleteSetupStep>();

        services.AddSingleton<IConfigureOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>, KeyFolder>();
        services.AddDataProtection().SetApplicationName("PartyCms");
        services.AddAuthentication();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(options =>
        {
            options.HeaderName = "X-CSRF-Token";
            options.Cookie.Name = "csrf";
        });
        services.AddRazorPages(options => options.Conventions.AuthorizeFolder("/Admin", KernelPermissions.EnterAdministration))
            .AddMvcOptions(options =>
            {
                options.ModelMetadataDetailsProviders.Add(new ChineseValidationMessages());
                ChineseBindingMessages.Set(options.ModelBindingMessageProvider);
                options.Filters.Add(new HandlerRequired());
            });
        services.AddProblemDetails(options => options.CustomizeProblemDetails = ProblemDocuments.Complete);

        // A query that is no number is the asker's fault in every environment; thrown, it would end as a broken page.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.AddApiDocument();
        services.AddSingleton<ApiRateLimits>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, CountedRefusals>();
        services.AddPublicPageCompression();

        // The default encoders would turn every Chinese character into eight bytes of escape.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(options =>
            options.SerializerOptions.Encoder = ReadableJsonEncoder.Instance);
        foreach (var module in modules.Modules)
        {
            module.AddServices(services, builder.Configuration);
        }

        // The last of the handlers: those of the modules may still set an item's address.
        services.AddContentHandler<RedirectHandler>();

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 32 * 1024 * 1024;

            // A query of a thousand Chinese characters takes nine thousand bytes; it is told what is wrong, not cut off.
            kestrel.Limits.MaxRequestLineSize = 16 * 1024;
        });
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
        {
            builder.WebHost.UseUrls("http://localhost:5080");
        }

        return builder;
    }

    public static WebApplication UseCms(this WebApplication app)
    {
        // A reverse proxy on this machine says which scheme and address the reader used.
        app.UseForwardedHeaders(new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
        });
        app.UsePublicPageCache();
        app.UseExceptionPages();
        app.UseSecurityHeaders();
        app.UseBrokenForms();
        app.UseApiPage();
        app.UseRouting();
        app.UseUnknownAddresses();
        app.UseAuthentication();
        app.Use(LoadCallerAsync);
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseApiRateLimits();
        app.UsePublicPageCapture();
        app.UseResponseCompression();
        app.UseScriptConversion();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        var endpoints = app.WithHead();
        endpoints.MapHealth();
        endpoints.MapApiDocument();
        endpoints.MapDisplayPreferences();
        endpoints.MapFavicon();
        foreach (var module in app.Services.GetRequiredService<ModuleCatalogue>().Modules)
        {
            module.MapEndpoints(endpoints);
        }

        return app;
    }

    private static void AddDatabase(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var options = configuration.GetSection(CmsOptions.SectionName).Get<CmsOptions>() ?? new CmsOptions();
        IDatabaseProvider provider = options.Database == "PostgreSql" ? new PostgreSqlProvider() : new SqliteProvider();
        services.AddSingleton(provider);
        provider.AddServices(services);
        services.AddDbContext<CmsDbContext>((_, context) => provider.Configure(
            context, configuration.GetConnectionString("Cms") ?? DataFolder.DefaultConnection(options, environment)));
    }

    private static async Task LoadCallerAsync(HttpContext http, RequestDelegate next)
    {
        if (http.User.Identity?.IsAuthenticated == true)
        {
            await http.RequestServices.GetRequiredService<Caller>().LoadAsync(http.RequestAborted);
        }

        await next(http);
    }
}
