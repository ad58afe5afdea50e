using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using PartyCms.Data.Sqlite;
using PartyCms.IntegrationTests.WeChat.Client;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Search;
using PartyCms.Kernel.Text;

namespace PartyCms.IntegrationTests.Search;

/// <summary>What SQLite's index needs done in the background; PostgreSQL does its own.</summary>
public sealed class TidySearchIndexTests
{
    private const int Entries = 40;

    private static readonly SqliteSearchIndex Index = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Publications_leave_small_trees_that_are_merged_beside_them_and_nothing_is_lost()
    {
        Assert.SkipWhen(CmsFactory.PostgreSql is not null, "The index of PostgreSQL has no such trees.");
        await using var factory = new CmsFactory();
        await factory.CopyDemoAsync();
        using var site = factory.WithWebHostBuilder(builder =>
            builder.ConfigureTestServices(services => services.RemoveAll<IHostedService>()));
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        await db.Database.OpenConnectionAsync(Cancel);
        for (var number = 0; number < Entries; number++)
        {
            await PublishAsync(db, number);
        }

        Assert.InRange(await TreesAsync(db), Entries, int.MaxValue);
        using var tidying = new TidySearchIndex(
            site.Services.GetRequiredService<IServiceScopeFactory>(), new ImpatientClock(), NullLogger<TidySearchIndex>.Instance);
        await tidying.TidyAsync(db, 0, Cancel);

        Assert.InRange(await TreesAsync(db), 1, 12);
        var found = await Index.FindAsync(
            db, new SearchQuery(SearchTerms.Parse("灯塔守夜"), SearchFilter.None, 0, 100, DateTimeOffset.UnixEpoch), Entries, Cancel);
        Assert.Equal(Entries, found.Count);
    }

    private static async Task PublishAsync(CmsDbContext db, int number)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        await Index.PutAsync(
            db,
            new SearchEntry(
                $"tree{number}", "BranchNews", null, DateTimeOffset.UnixEpoch.AddDays(number), 1970, $"灯塔守夜第 {number} 晚", "", "", ""),
            Cancel);
        await transaction.CommitAsync(Cancel);
    }

    private static Task<int> TreesAsync(CmsDbContext db) => db.Database
        .SqlQuery<int>($"""SELECT count(DISTINCT segid) AS "Value" FROM search_index_idx""").SingleAsync(Cancel);
}
