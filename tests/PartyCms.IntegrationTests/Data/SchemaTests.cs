using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Modularity;

namespace PartyCms.IntegrationTests.Data;

/// <summary>Holds what the migrations build against what the model says, table by table, in the database itself.</summary>
public sealed class SchemaTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_migrated_schema_is_the_models_schema()
    {
        var migrated = await site.WithServicesAsync(services => DescribeAsync(services.GetRequiredService<CmsDbContext>()));

        var fromModel = await DescribeModelAsync();

        Assert.NotEmpty(fromModel);
        Assert.Equal([], fromModel.Except(migrated, StringComparer.Ordinal));
        var tables = fromModel.Select(TableOf).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], migrated.Where(line => tables.Contains(TableOf(line))).Except(fromModel, StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_model_change_waits_for_a_migration() =>
        Assert.False(await site.WithServicesAsync(
            services => Task.FromResult(services.GetRequiredService<CmsDbContext>().Database.HasPendingModelChanges())));

    [Fact]
    public async Task Every_table_carries_the_prefix_of_its_module()
    {
        string[] kernel = ["content_", "security_", "audit_", "outbox_", "job_", "site_"];

        var strays = await site.WithServicesAsync(services =>
        {
            var modules = services.GetRequiredService<ModuleCatalogue>().Modules.Select(module => module.Name.ToLowerInvariant() + "_");
            var prefixes = kernel.Concat(modules).ToList();
            return Task.FromResult(services.GetRequiredService<CmsDbContext>().Model.GetEntityTypes()
                .Select(entity => entity.GetTableName()!)
                .Where(table => !prefixes.Exists(prefix => table.StartsWith(prefix, StringComparison.Ordinal))).ToList());
        });

        Assert.Equal([], strays);
    }

    private static string TableOf(string line) => line[..line.IndexOf(' ', StringComparison.Ordinal)];

    // A second, empty database made straight from the model, beside the migrated one.
    private async Task<List<string>> DescribeModelAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var provider = scope.ServiceProvider.GetRequiredService<Kernel.Data.IDatabaseProvider>();
        var options = new DbContextOptionsBuilder<CmsDbContext>();
        var file = Path.Combine(Path.GetTempPath(), $"model-{Guid.CreateVersion7():N}.db");
        provider.Configure(options, CmsFactory.PostgreSql is { } server
            ? $"{server};Database=model{Guid.CreateVersion7():N};Pooling=false"
            : $"Data Source={file};Pooling=False");
        await using var db = new CmsDbContext(options.Options, scope.ServiceProvider.GetRequiredService<ModuleCatalogue>());
        try
        {
            await db.GetService<IRelationalDatabaseCreator>().EnsureCreatedAsync(Cancel);
            return await DescribeAsync(db);
        }
        finally
        {
            await db.Database.EnsureDeletedAsync(Cancel);
        }
    }

    private static async Task<List<string>> DescribeAsync(CmsDbContext db)
    {
        string[] queries = db.Database.IsSqlite()
            ?
            [
                """
                SELECT m.name || ' column ' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk AS "Value"
                FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'
                """,
                """
                SELECT tbl_name || ' index ' || sql AS "Value" FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
                """,
            ]
            :
            [
                """
                SELECT table_name || ' column ' || column_name || ' ' || data_type || ' '
                    || coalesce(character_maximum_length::text, '') || ' ' || is_nullable AS "Value"
                FROM information_schema.columns WHERE table_schema = 'public'
                """,
                """SELECT tablename || ' index ' || indexdef AS "Value" FROM pg_indexes WHERE schemaname = 'public'""",
            ];
        var lines = new List<string>();
        foreach (var query in queries)
        {
            lines.AddRange(await db.Database.SqlQueryRaw<string>(query).ToListAsync(Cancel));
        }

        return [.. lines.Where(line => !line.StartsWith("sqlite_", StringComparison.Ordinal) && !line.StartsWith("__", StringComparison.Ordinal))];
    }
}
