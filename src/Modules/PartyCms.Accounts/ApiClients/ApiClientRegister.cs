using Microsoft.Extensions.Caching.Memory;
using PartyCms.Kernel.Data;

namespace PartyCms.Accounts.ApiClients;

/// <summary>
/// Finds the client of each API call. A client is remembered for some seconds: a change in this process counts at once,
/// on another node after that time.
/// </summary>
internal sealed class ApiClientRegister(CmsDbContext db, IMemoryCache memory)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    /// <summary>The client with a row id, or null.</summary>
    public async ValueTask<ApiClient?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (memory.TryGetValue<ApiClient>(Key(id), out var known))
        {
            return known;
        }

        var client = await db.Set<ApiClient>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return client is null ? null : memory.Set(Key(id), client, Remembered);
    }

    /// <summary>Call after a change of a client was saved.</summary>
    public void Forget(string id) => memory.Remove(Key(id));

    private static (string, string) Key(string id) => ("api-client", id);
}
