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

    /// <summary>Name of the setting that holds the ICP filing shown at the foot of pages.</summary>
    public const string Filing = "site.filing";

    /// <summary>Name of the setting that holds the public security filing (公安备案) shown at the foot of pages.</summary>
    public const string PoliceFiling = "site.police-filing";

    /// <summary>Name of the setting that says how far the learning board reaches: Off, Branch or Platform.</summary>
    public const string BoardScope = "board.scope";

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

    /// <summary>Whether there is a learning board at all; a site that says nothing has none.</summary>
    public async Task<bool> IsBoardOpenAsync(CancellationToken cancellationToken) =>
        await GetAsync(BoardScope, cancellationToken) is "Branch" or "Platform";

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

        Forget();
    }

    /// <summary>Makes the next read go to the database. Call after the commit of a change that must show at once.</summary>
    public void Forget() => memory.Remove(CacheKey);
}
