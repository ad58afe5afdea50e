using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Corrections;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Content.Fields;
using PartyCms.Kernel.Content.Importing;
using PartyCms.Kernel.Content.Permalinks;
using PartyCms.Kernel.Content.Scheduling;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Jobs;
using PartyCms.Kernel.Outbox;
using PartyCms.Kernel.RateLimits;
using PartyCms.Kernel.Recipes;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Settings;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;

namespace PartyCms.Kernel;

/// <summary>Registers the kernel and what modules hang into it.</summary>
public static class KernelServices
{
    /// <summary>Adds the kernel. The host adds the database and the modules.</summary>
    public static IServiceCollection AddKernel(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new SiteTime(
            provider.GetRequiredService<TimeProvider>(),
            TimeZoneInfo.FindSystemTimeZoneById(provider.GetRequiredService<IOptions<CmsOptions>>().Value.TimeZone)));
        services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.SectionName)
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpContextAccessor();
        services.AddMemoryCache();

        services.AddSingleton<PermissionCatalogue>();
        services.AddScoped<Caller>();
        services.AddScoped<StoredRoles>();
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicyProvider>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();

        services.AddScoped<DatabaseMigrator>();
        services.AddScoped<AuditLog>();
        services.AddScoped<SiteSettings>();
        services.AddSingleton<DefinitionSnapshot>();
        services.AddScoped<ContentDefinitions>();
        services.AddScoped<ContentStore>();
        services.AddScoped<ContentAccess>();
        services.AddScoped<PublicContent>();
        services.AddScoped<PermalinkFinder>();
        services.AddScoped<PermalinkRedirects>();
        services.AddContentHandler<PinHandler>();
        services.AddScoped<ContentAlias>();
        services.AddScoped<ContentHandler>(provider => provider.GetRequiredService<ContentAlias>());
        services.AddScoped<ContentPreparation>();
        services.AddScoped<ContentSchedules>();
        services.AddScoped<ContentCorrections>();
        services.AddContentHandler<CorrectionHandler>();
        services.AddScoped<ContentImport>();
        services.AddScoped<FieldValidation>();
        services.AddContentHandler<FieldValidation>();
        services.AddScoped<RecipeRunner>();
        services.AddScoped<RecipeImport>();
        services.AddScoped<RecipeExport>();
        services.AddScoped<RecipeCommit>();
        services.AddScoped<RecipeSurroundings>();

        services.AddSingleton<OutboxSignal>();
        services.AddScoped<OutboxWriter>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddSingleton<JobRunner>();
        services.AddScheduledJob<DeleteDeliveredMessages>();
        services.AddScheduledJob<RunDueSchedules>();

        services.AddSingleton<PublicOrigin>();
        services.AddSingleton<PublicPageCache>();
        services.AddScoped<PublicCache>();
        return services;
    }

    /// <summary>Lets a subscriber hear of an event.</summary>
    public static IServiceCollection AddEventSubscriber<TEvent, TSubscriber>(this IServiceCollection services)
        where TSubscriber : class, IEventSubscriber<TEvent>
    {
        services.AddScoped<TSubscriber>();
        services.AddSingleton(OutboxRoute.For<TEvent, TSubscriber>(provider => provider.GetRequiredService<TSubscriber>()));
        return services;
    }

    /// <summary>Adds a job that comes round by the clock.</summary>
    public static IServiceCollection AddScheduledJob<TJob>(this IServiceCollection services)
        where TJob : class, IScheduledJob =>
        services.AddScoped<IScheduledJob, TJob>();

    /// <summary>Lets a module take part in the life of content.</summary>
    public static IServiceCollection AddContentHandler<THandler>(this IServiceCollection services)
        where THandler : ContentHandler =>
        services.AddScoped<ContentHandler, THandler>();

    /// <summary>Adds a kind of recipe step.</summary>
    public static IServiceCollection AddRecipeStep<TStep>(this IServiceCollection services)
        where TStep : class, IRecipeStep =>
        services.AddScoped<IRecipeStep, TStep>();

    /// <summary>Adds a part of what an export gives out.</summary>
    public static IServiceCollection AddRecipeExport<TExport>(this IServiceCollection services)
        where TExport : class, IRecipeExport =>
        services.AddScoped<IRecipeExport, TExport>();
}
