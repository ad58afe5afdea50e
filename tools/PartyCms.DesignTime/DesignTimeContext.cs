using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using PartyCms.Data.PostgreSql;
using PartyCms.Data.Sqlite;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Modularity;
using PartyCms.Web;

namespace PartyCms.DesignTime;

/// <summary>Gives <c>dotnet ef</c> the composed model; its argument is the provider's name.</summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<CmsDbContext>
{
    public CmsDbContext CreateDbContext(string[] args)
    {
        IDatabaseProvider provider = args is ["PostgreSql"] ? new PostgreSqlProvider() : new SqliteProvider();
        var options = new DbContextOptionsBuilder<CmsDbContext>();
        provider.Configure(options, provider is SqliteProvider ? "Data Source=:memory:" : "Host=localhost;Database=design");
        return new CmsDbContext(options.Options, ModuleCatalogue.Create(SiteModules.All));
    }

    private static void Main() => Console.WriteLine("Start-up project of dotnet ef; see tools/add-migration.");
}
