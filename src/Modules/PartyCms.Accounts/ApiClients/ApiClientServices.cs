using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PartyCms.Kernel;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Security;

namespace PartyCms.Accounts.ApiClients;

/// <summary>Registers API clients: their set-up, their tokens, and the scheme that reads them.</summary>
internal static class ApiClientServices
{
    public static void AddApiClients(this IServiceCollection services)
    {
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, BearerAuthentication>(ApiAuthentication.Scheme, null);
        services.AddSingleton<ApiTokenFormat>();
        services.AddSingleton<TokenThrottle>();
        services.AddScoped<ApiClientRegister>();
        services.AddScoped<ManageApiClients>();
        services.AddScoped<ApiClientRows>();
        services.AddScoped<ISetupTask, SetUpApiClients>();
        services.AddSingleton<IValidateOptions<CmsOptions>, ApiClientSetupValidation>();
    }
}
