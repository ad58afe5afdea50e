using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PartyCms.Kernel.Data;

namespace PartyCms.IntegrationTests.Data;

/// <summary>Every statement that one site sends to its database while this lives, and the engine's plan for each.</summary>
internal sealed class RecordedQueries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly CmsFactory _site;
    private readonly Dictionary<string, Recorded> _queries = new(StringComparer.Ordinal);
    private readonly List<IDisposable> _subscriptions = [];

    public RecordedQueries(CmsFactory site)
    {
        _site = site;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>The address being asked for, to be named with what it sends.</summary>
    public string Address { get; set; } = "";

    public IReadOnlyCollection<Recorded> Queries
    {
        get
        {
            lock (_queries)
            {
                return [.. _queries.Values];
            }
        }
    }

    /// <summary>The steps by which the engine would answer a statement.</summary>
    public static async Task<IReadOnlyList<string>> PlanAsync(CmsDbContext db, Recorded query, CancellationToken cancellationToken)
    {
        var isSqlite = db.Database.IsSqlite();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var connection = db.Database.GetDbConnection();
        if (!isSqlite)
        {
            // The tables of the demo are small enough to be read whole; what is asked is whether they have to be.
            await db.Database.ExecuteSqlRawAsync("SET LOCAL enable_seqscan = off", cancellationToken);
        }

        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statement is one of the site's own.
        command.CommandText = (isSqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + query.Sql;
#pragma warning restore CA2100
        command.Transaction = Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(transaction);
        foreach (var (name, value) in query.Parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            steps.Add(reader.GetString(isSqlite ? 3 : 0).Trim());
        }

        return steps;
    }

    /// <inheritdoc />
    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            lock (_subscriptions)
            {
                _subscriptions.Add(value.Subscribe(this));
            }
        }
    }

    /// <inheritdoc />
    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuted", Value: CommandExecutedEventData executed }
            && IsOurs(executed.Command.Connection!))
        {
            lock (_queries)
            {
                _queries.TryAdd(executed.Command.CommandText, new Recorded(
                    Address,
                    executed.Command.CommandText,
                    [.. executed.Command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
            }
        }
    }

    /// <inheritdoc />
    public void OnCompleted()
    {
    }

    /// <inheritdoc />
    public void OnError(Exception error)
    {
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_subscriptions)
        {
            _subscriptions.ForEach(subscription => subscription.Dispose());
        }
    }

    // Other test classes run their own sites in this process.
    private bool IsOurs(DbConnection connection) =>
        connection.ConnectionString.Contains(
            CmsFactory.PostgreSql is null ? _site.Place.Folder : _site.Place.Database, StringComparison.Ordinal);
}

/// <summary>One statement.</summary>
/// <param name="Address">The first address whose answer needed it.</param>
/// <param name="Sql">Its text.</param>
/// <param name="Parameters">Its parameters, as first sent.</param>
internal sealed record Recorded(string Address, string Sql, IReadOnlyList<(string Name, object? Value)> Parameters)
{
    public bool IsQuery => Sql.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase)
        || Sql.TrimStart().StartsWith("WITH", StringComparison.OrdinalIgnoreCase);
}
