using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Modularity;

namespace PartyCms.Kernel.Content.Definitions;

/// <summary>
/// The definitions this node works with, held in memory because every request asks for them. Another node's change is
/// seen within <see cref="Period" />.
/// </summary>
public sealed partial class DefinitionSnapshot(
    ModuleCatalogue modules, IServiceScopeFactory scopes, TimeProvider clock, ILogger<DefinitionSnapshot> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    private volatile ContentDefinitionSet _current = ContentDefinitionSet.Compose(modules, [], []);

    private (int Count, DateTimeOffset? Changed) _stamp;

    internal ContentDefinitionSet Current => _current;

    /// <summary>What the modules declare, without anything stored.</summary>
    internal ContentDefinitionSet Declared { get; } = ContentDefinitionSet.Compose(modules, [], []);

    /// <summary>Reads the stored definitions. Called at start, before the first request.</summary>
    public async Task LoadAsync(CmsDbContext db, CancellationToken cancellationToken)
    {
        _stamp = await StampAsync(db, cancellationToken);
        Use(await ReadAsync(db, modules, cancellationToken));
    }

    internal void Use(ContentDefinitionSet set) => _current = set;

    internal static async Task<ContentDefinitionSet> ReadAsync(
        CmsDbContext db, ModuleCatalogue modules, CancellationToken cancellationToken)
    {
        var rows = await db.Set<StoredDefinition>().AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellationToken);
        return ContentDefinitionSet.Compose(
            modules,
            rows.Where(row => !row.IsPart).Select(row => DefinitionJson.ReadType(JsonNode.Parse(row.Json)!.AsObject())),
            rows.Where(row => row.IsPart).Select(row => DefinitionJson.ReadPart(JsonNode.Parse(row.Json)!.AsObject())));
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
                if (await StampAsync(db, stoppingToken) != _stamp)
                {
                    await LoadAsync(db, stoppingToken);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogUnread(exception);
            }
        }
    }

    private static async Task<(int, DateTimeOffset?)> StampAsync(CmsDbContext db, CancellationToken cancellationToken)
    {
        var rows = db.Set<StoredDefinition>();
        return (await rows.CountAsync(cancellationToken),
            await rows.MaxAsync(row => (DateTimeOffset?)row.ChangedUtc, cancellationToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The content definitions could not be read; the ones known before stay in use.")]
    private partial void LogUnread(Exception exception);
}
