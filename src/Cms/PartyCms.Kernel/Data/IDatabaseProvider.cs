using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Search;

namespace PartyCms.Kernel.Data;

/// <summary>What differs between the database engines. One is registered, chosen by <c>Cms:Database</c>.</summary>
public interface IDatabaseProvider
{
    /// <summary>Value of <c>Cms:Database</c> that selects it: <c>Sqlite</c> or <c>PostgreSql</c>.</summary>
    string Name { get; }

    /// <summary>Whether one transaction at a time may write, while all others wait for it.</summary>
    bool HasSingleWriter { get; }

    /// <summary>The engine's full-text index.</summary>
    ISearchIndex SearchIndex { get; }

    /// <summary>Points the context at the engine and at its set of migrations.</summary>
    void Configure(DbContextOptionsBuilder options, string connectionString);

    /// <summary>Adds what the engine needs done in the background while the site runs.</summary>
    void AddServices(IServiceCollection services);

    /// <summary>
    /// Takes the lock under which only one node migrates; disposing releases it. Waits while another node holds it.
    /// </summary>
    Task<IAsyncDisposable> LockForMigrationAsync(CmsDbContext db, CancellationToken cancellationToken);

    /// <summary>Whether a failed save was the loss of a race for a unique value.</summary>
    bool IsUniqueViolation(DbUpdateException exception);
}
