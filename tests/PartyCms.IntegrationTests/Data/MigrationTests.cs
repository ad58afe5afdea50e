using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;
using PartyCms.Data.Sqlite;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Modularity;

namespace PartyCms.IntegrationTests.Data;

public sealed class MigrationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("partycms-migration-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Connection => $"Data Source={Path.Combine(_folder, "test.db")};Pooling=false";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_failing_upgrade_leaves_the_database_as_it_was()
    {
        await UpgradeAsync<FirstOnly>();

        var failure = await Assert.ThrowsAsync<DatabaseMigrationException>(UpgradeAsync<FirstSecondAndBroken>);

        Assert.Contains("20260103000000_Broken", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["__EFMigrationsHistory", "first"], await TablesAsync());
        Assert.Equal(["20260101000000_First"], await QueryAsync("SELECT MigrationId FROM __EFMigrationsHistory"));
    }

    [Fact]
    public async Task After_a_mended_upgrade_everything_is_there()
    {
        await UpgradeAsync<FirstOnly>();
        await Assert.ThrowsAsync<DatabaseMigrationException>(UpgradeAsync<FirstSecondAndBroken>);

        await UpgradeAsync<FirstAndSecond>();

        Assert.Equal(["__EFMigrationsHistory", "first", "second"], await TablesAsync());
    }

    [Fact]
    public async Task Nodes_that_start_together_upgrade_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(UpgradeAsync<FirstAndSecond>, Cancel)));

        Assert.Equal(
            ["20260101000000_First", "20260102000000_Second"],
            await QueryAsync("SELECT MigrationId FROM __EFMigrationsHistory ORDER BY 1"));
    }

    private async Task UpgradeAsync<TMigrations>()
        where TMigrations : class, IMigrationsAssembly
    {
        var provider = new SqliteProvider();
        var options = new DbContextOptionsBuilder<CmsDbContext>();
        provider.Configure(options, Connection);
        options.ReplaceService<IMigrationsAssembly, TMigrations>();
        await using var db = new CmsDbContext(options.Options, ModuleCatalogue.Create([]));
        await new DatabaseMigrator(db, provider, NullLogger<DatabaseMigrator>.Instance).MigrateAsync(Cancel);
    }

    private Task<List<string>> TablesAsync() =>
        QueryAsync("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name");

    private async Task<List<string>> QueryAsync(string sql)
    {
        await using var connection = new SqliteConnection(Connection);
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The two texts stand in this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var names = new List<string>();
        while (await reader.ReadAsync(Cancel))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    internal sealed class First : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("CREATE TABLE first (id INTEGER); INSERT INTO first VALUES (1);");
    }

    internal sealed class Second : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE second (id INTEGER);");
    }

    internal sealed class Broken : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("CREATE TABLE third (id INTEGER);");
            migrationBuilder.Sql("DROP TABLE first;");
            migrationBuilder.Sql("INSERT INTO nowhere VALUES (1);");
        }
    }

    internal abstract class FixedMigrations(params Type[] migrations) : IMigrationsAssembly
    {
        public IReadOnlyDictionary<string, TypeInfo> Migrations { get; } = migrations
            .Select((type, index) => (Id: $"2026010{index + 1}000000_{type.Name}", Type: type.GetTypeInfo()))
            .ToDictionary(entry => entry.Id, entry => entry.Type, StringComparer.Ordinal);

        public ModelSnapshot? ModelSnapshot => null;

        public Assembly Assembly => GetType().Assembly;

        public string? FindMigrationId(string nameOrId) => Migrations.Keys.FirstOrDefault(id => id.EndsWith(nameOrId, StringComparison.Ordinal));

        public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
        {
            var migration = (Migration)Activator.CreateInstance(migrationClass)!;
            migration.ActiveProvider = activeProvider;
            return migration;
        }
    }

    internal sealed class FirstOnly() : FixedMigrations(typeof(First));

    internal sealed class FirstAndSecond() : FixedMigrations(typeof(First), typeof(Second));

    internal sealed class FirstSecondAndBroken() : FixedMigrations(typeof(First), typeof(Second), typeof(Broken));
}
