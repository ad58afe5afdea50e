using Microsoft.Extensions.Caching.Memory;
using PartyCms.Kernel.Data;

namespace PartyCms.Kernel.Settings;

/// <summary>Reads and writes the site's settings. Reads are remembered for ten seconds, so that nodes agree soon.</summary>
public sealed class SiteSettings(CmsDbContext db, IMemoryCache memory)
{
    /// <summary>Name of the setting that says when set-up was completed.</summary>
    public const string SetupCompleted = "setup.completed";

    /// <summary>Name of the setting that holds the site's name.</summary>
    public const string SiteName = "site.name";

    private const string CacheKey = "site-settings";

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);

    /// <summary>The value of a setting, or null where it was never set.</summary>
    public async Task<string?> GetAsync(string name, CancellationToken cancellationToken)
    {
        if (!memory.TryGetValue<Dictionary<string, string>>(CacheKey, out var all))
        {
            all = await db.Set<SiteSetting>().AsNoTracking()
                .ToDictionaryAsync(setting => setting.Name, setting => setting.Value, StringComparer.Ordinal, cancellationToken);
            memory.Set(CacheKey, all, Remembered);
        }

        return all!.GetValueOrDefault(name);
    }

    /// <summary>Sets a value; saved with the next <c>SaveChanges</c>.</summary>
    public async Task SetAsync(string name, string value, CancellationToken cancellationToken)
    {
        var setting = await db.Set<SiteSetting>().FindAsync([name], cancellationToken);
        if (setting is null)
        {
            db.Add(new SiteSetting { Name = name, Value = value });
        }
        else
        {
            setting.Value = value;
        }

        memory.Remove(CacheKey);
    }
}
