using Microsoft.Data.Sqlite;
using Npgsql;

namespace PartyCms.IntegrationTests;

/// <summary>Sets the demo up once for a test run; every test class then gets a copy, which is many times faster.</summary>
internal static class DemoTemplate
{
    private static readonly SemaphoreSlim Gate = new(1);

    private static (string Folder, string Database)? _template;

    /// <summary>Fills an empty folder and creates the database with a copy of the demo.</summary>
    public static async Task CopyToAsync(string folder, string database, string? postgreSql)
    {
        await Gate.WaitAsync();
        try
        {
            _template ??= await SetUpAsync();
            var (source, template) = _template.Value;
            foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(folder, Path.GetRelativePath(source, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }

            if (postgreSql is not null)
            {
                await ExecuteAsync(postgreSql, $"CREATE DATABASE \"{database}\" TEMPLATE \"{template}\"");
            }
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Removes a copy.</summary>
    public static async Task DropAsync(string folder, string database, string? postgreSql)
    {
        if (_template?.Folder == folder)
        {
            return;
        }

        Directory.Delete(folder, recursive: true);
        if (postgreSql is not null)
        {
            await ExecuteAsync(postgreSql, $"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)");
        }
    }

    private static async Task<(string Folder, string Database)> SetUpAsync()
    {
        var first = new CmsFactory();
        _template = first.Place;
        try
        {
            await first.StartAsync();
            await first.DisposeAsync();
        }
        catch
        {
            _template = null;
            throw;
        }

        // Closing the last connection folds the write-ahead log into the file and frees the template for copying.
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        return first.Place;
    }

    internal static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server + ";Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
