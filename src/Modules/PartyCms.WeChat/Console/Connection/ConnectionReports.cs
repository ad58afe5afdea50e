using System.Text.Json;
using Microsoft.Extensions.Options;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Text;

namespace PartyCms.WeChat.Console.Connection;

/// <summary>Keeps the last check.</summary>
internal sealed class ConnectionReports(CmsDbContext db, IOptions<WeChatOptions> options)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = ReadableJsonEncoder.Instance };

    /// <summary>Null before the first; also after an upgrade that writes reports otherwise.</summary>
    public async Task<ConnectionReport?> FindAsync(CancellationToken cancellationToken)
    {
        var appId = options.Value.AppId;
        var stored = await db.Set<StoredReport>().AsNoTracking().SingleOrDefaultAsync(row => row.AppId == appId, cancellationToken);
        try
        {
            return stored is null ? null : JsonSerializer.Deserialize<ConnectionReport>(stored.Report, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task SaveAsync(ConnectionReport report, CancellationToken cancellationToken)
    {
        var appId = options.Value.AppId;
        var text = JsonSerializer.Serialize(report, Json);
        if (await db.Set<StoredReport>().SingleOrDefaultAsync(row => row.AppId == appId, cancellationToken) is { } stored)
        {
            stored.Report = text;
        }
        else
        {
            db.Add(new StoredReport { AppId = appId, Report = text });
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
