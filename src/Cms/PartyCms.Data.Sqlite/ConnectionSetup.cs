using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PartyCms.Data.Sqlite;

/// <summary>
/// Sets each connection up: a write-ahead log so that readers never wait for the writer, an fsync for each commit so
/// that what was acknowledged survives a power cut, and patience instead of "database is locked". A pooled connection
/// keeps its settings, so each native handle is set up once and not at every opening.
/// </summary>
internal sealed class ConnectionSetup : DbConnectionInterceptor
{
    private const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16000;";

    private readonly ConditionalWeakTable<object, object> _ready = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (IsReady(connection))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        Remember(connection);
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (IsReady(connection))
        {
            return;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
        Remember(connection);
    }

    // A read-only connection (is there a database at all?) can change no setting and needs none.
    private bool IsReady(DbConnection connection) =>
        (connection is SqliteConnection { Handle: { } handle } && _ready.TryGetValue(handle, out _))
        || new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly;

    private void Remember(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle })
        {
            _ready.AddOrUpdate(handle, handle);
        }
    }
}
