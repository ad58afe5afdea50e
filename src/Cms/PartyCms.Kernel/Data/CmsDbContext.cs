using PartyCms.Kernel.Modularity;

namespace PartyCms.Kernel.Data;

/// <summary>
/// The one unit of work of the site, composed from the configurations of the kernel and of every module, so that one
/// act can change content, index, audit and outbox in one transaction.
/// </summary>
public sealed class CmsDbContext(DbContextOptions<CmsDbContext> options, ModuleCatalogue modules) : DbContext(options)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CmsDbContext).Assembly);
        foreach (var module in modules.Modules)
        {
            module.ConfigureModel(modelBuilder);
        }
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);

        // SQLite cannot order or compare DateTimeOffset; PostgreSQL stores it natively as timestamptz.
        if (Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite")
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        }
    }
}
