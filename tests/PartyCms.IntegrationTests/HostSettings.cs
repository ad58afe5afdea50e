using Microsoft.AspNetCore.Hosting;

namespace PartyCms.IntegrationTests;

/// <summary>Settings of a site that come from somewhere else.</summary>
internal static class HostSettings
{
    public static IWebHostBuilder UseSettings(this IWebHostBuilder builder, IEnumerable<KeyValuePair<string, string>> settings)
    {
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        return builder;
    }
}
