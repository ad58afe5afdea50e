using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PartyCms.Kernel;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;
using PartyCms.Webhooks.Deliveries;
using PartyCms.Webhooks.Network;
using PartyCms.Webhooks.Subscriptions;

namespace PartyCms.Webhooks;

/// <summary>Tells other systems, by signed calls, that content was published or taken down.</summary>
public sealed class WebhooksModule : CmsModule
{
    /// <inheritdoc />
    public override string Name => "Webhooks";

    /// <inheritdoc />
    public override IReadOnlyList<string> Dependencies => ["Organization"];

    /// <inheritdoc />
    public override IReadOnlyList<Permission> Permissions => WebhookPermissions.All;

    /// <inheritdoc />
    public override IReadOnlyList<AdminMenuItem> AdminMenu =>
        [new("系统", "事件推送", "/admin/webhooks", "broadcast", WebhookPermissions.Manage, 945)];

    /// <inheritdoc />
    public override IReadOnlyList<ProblemKind> Problems => WebhookProblems.All;

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidation>();
        services.AddSingleton<ResolveHost>(System.Net.Dns.GetHostAddressesAsync);
        services.AddSingleton<AddressGuard>();
        services.AddSingleton<WebhookTransport>();
        services.AddSingleton<WebhookTarget>();
        services.AddSingleton<SigningSecrets>();
        services.AddSingleton<CallReceiver>();
        services.AddScoped<ManageWebhooks>();
        services.AddScoped<SwitchOffWebhook>();
        services.AddScoped<SendDelivery>();
        services.AddScoped<DeliveryLog>();
        services.AddEventSubscriber<ContentPublished, QueueDeliveries>();
        services.AddEventSubscriber<ContentUnpublished, QueueDeliveries>();
        services.AddSingleton<DeliverWebhooks>();
        services.AddHostedService(provider => provider.GetRequiredService<DeliverWebhooks>());
        services.AddScheduledJob<DeleteOldDeliveries>();
    }

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        WebhookEndpoints.Map(endpoints);
        DeliveryEndpoints.Map(endpoints);
    }
}
