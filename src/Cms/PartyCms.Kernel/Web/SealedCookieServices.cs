using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace PartyCms.Kernel.Web;

/// <summary>Registers sealed cookies.</summary>
public static class SealedCookieServices
{
    /// <summary>Adds a cookie that holds a <typeparamref name="T" />.</summary>
    /// <param name="services">Of the site.</param>
    /// <param name="name">Of the cookie.</param>
    /// <param name="life">How long it counts.</param>
    public static IServiceCollection AddSealedCookie<T>(this IServiceCollection services, string name, TimeSpan life)
        where T : class =>
        services.AddSingleton(provider => new SealedCookie<T>(
            name, life, provider.GetRequiredService<IDataProtectionProvider>(), provider.GetRequiredService<TimeProvider>()));
}
