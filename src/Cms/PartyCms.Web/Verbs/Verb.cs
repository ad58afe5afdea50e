using Microsoft.Extensions.Options;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Recipes;
using PartyCms.Web.Setup;

namespace PartyCms.Web.Verbs;

/// <summary>The first argument chooses what the program does; without one it serves.</summary>
internal static class Verb
{
    private const string Help = """
        PartyCms: a CMS and microsite for the network branch

          serve                     answer requests (default); --urls http://127.0.0.1:6001 for another address
          setup                     create or upgrade the database, run the set-up recipe, then stop
          check                     test configuration, database and data folder, then stop
          seed --profile demo       set an empty database up with the demo, then stop
          import FILE               import a recipe, or a zip of one with its files; --check only tries it out
          export FILE               write definitions and published content as a recipe; --types A,B chooses, --no-files leaves pictures out
          backup FILE               copy the SQLite database to FILE while the site may go on running
          restore FILE              put a copy made by backup in the place of a missing SQLite database
          search rebuild            write the search index anew while the site may go on running
          help                      this text

        Settings come from appsettings.json, environment (Cms__DataPath) or --Cms:DataPath; see docs/configuration.md.
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        var verb = args is [var first, ..] && !first.StartsWith('-') ? first : "serve";
        var rest = args is [var given, ..] && given == verb ? args[1..] : args;
        try
        {
            return verb switch
            {
                "serve" => await ServeAsync(rest),
                "setup" => await SetUpAsync(rest),
                "check" => await CheckAsync(rest),
                "seed" => await SeedAsync(rest),
                "import" => await RecipeVerbs.ImportAsync(rest, Build),
                "export" => await RecipeVerbs.ExportAsync(rest, Build),
                "backup" => await BackupAsync(rest),
                "restore" => await RestoreAsync(rest),
                "search" => await SearchVerb.RunAsync(rest),
                "help" => Say(Help, 0),
                _ => Say($"Unknown verb '{verb}'. Run 'help' for the list.", 2),
            };
        }
        catch (Exception exception) when (Explain(exception) is { } line)
        {
            await Console.Error.WriteLineAsync(line);
            return 1;
        }
    }

    internal static WebApplication Build(string[] args) => WebApplication.CreateBuilder(args).AddCms().Build();

    private static async Task<int> ServeAsync(string[] args)
    {
        await using var app = Build(args);
        await SiteSetup.PrepareAsync(app.Services, CancellationToken.None);
        app.UseCms();
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            foreach (var address in app.Urls)
            {
                Console.WriteLine($"Microsite: {address}/   Administration: {address}/admin");
            }
        });
        await app.RunAsync();
        return 0;
    }

    private static async Task<int> SetUpAsync(string[] args)
    {
        await using var app = Build(args);
        await SiteSetup.PrepareAsync(app.Services, CancellationToken.None);
        return Say("The site is set up.", 0);
    }

    private static async Task<int> SeedAsync(string[] args)
    {
        if (args is not ["--profile", "demo", .. var rest])
        {
            return Say("The only profile is demo: seed --profile demo.", 2);
        }

        await using var app = Build([.. rest, "--Cms:Setup:Recipe=demo"]);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            if (await scope.ServiceProvider.GetRequiredService<CmsDbContext>().Database.CanConnectAsync()
                && await scope.ServiceProvider.GetRequiredService<SiteSetup>().IsDoneAsync(CancellationToken.None))
            {
                return Say("This database is a site already; point Cms:DataPath or ConnectionStrings:Cms at an empty one.", 2);
            }
        }

        await SiteSetup.PrepareAsync(app.Services, CancellationToken.None);
        return Say("The demo is ready.", 0);
    }

    private static async Task<int> CheckAsync(string[] args)
    {
        await using var app = Build(args);
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        if (!await db.Database.CanConnectAsync())
        {
            return Say("The database cannot be reached. Check ConnectionStrings:Cms and Cms:DataPath, or run 'setup' first.", 1);
        }

        var pending = (await db.Database.GetPendingMigrationsAsync()).Count();
        return pending == 0
            ? Say("Configuration and database are in order.", 0)
            : Say($"{pending} database upgrades are pending; they run at the next start, or run 'setup'.", 1);
    }

    private static async Task<int> BackupAsync(string[] args)
    {
        if (args is not [var file, ..] || file.StartsWith('-'))
        {
            return Say("Give the file to write: backup FILE.", 2);
        }

        if (File.Exists(file))
        {
            return Say($"'{file}' exists already; give another name.", 2);
        }

        await using var app = Build(args[1..]);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        if (scope.ServiceProvider.GetRequiredService<IDatabaseProvider>().Name != "Sqlite")
        {
            return Say("Use pg_dump to back up PostgreSQL.", 2);
        }

        await db.Database.ExecuteSqlAsync($"VACUUM INTO {file}");
        return Say($"Written to {file}. Media files lie beside the database and are copied separately.", 0);
    }

    private static async Task<int> RestoreAsync(string[] args)
    {
        if (args is not [var file, ..] || !File.Exists(file))
        {
            return Say("Give the file that backup wrote: restore FILE.", 2);
        }

        await using var app = Build(args[1..]);
        await using var scope = app.Services.CreateAsyncScope();
        if (scope.ServiceProvider.GetRequiredService<IDatabaseProvider>().Name != "Sqlite")
        {
            return Say("Use pg_restore to restore PostgreSQL.", 2);
        }

        // Never over a live site: whoever restores moves the present database away first, on purpose.
        var connection = scope.ServiceProvider.GetRequiredService<CmsDbContext>().Database.GetConnectionString();
        var target = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(connection).DataSource;
        if (File.Exists(target))
        {
            return Say($"'{target}' exists; stop the site and move that file away first.", 2);
        }

        File.Copy(file, target);
        return await CheckAsync(args[1..]);
    }

    // What an operator can mend gets one line; anything else keeps its stack trace.
    private static string? Explain(Exception exception) => exception switch
    {
        OptionsValidationException options => string.Join(Environment.NewLine, options.Failures.Select(SettingFault.Plain)),
        InvalidOperationException when SettingFault.OfBinding(exception.Message) is { } line => line,
        ModuleCatalogueException or DatabaseMigrationException or RecipeException or SetupException => exception.Message,
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            exception.Message + " Stop the other program or give another address with --urls.",
        _ => null,
    };

    internal static int Say(string text, int code)
    {
        (code == 0 ? Console.Out : Console.Error).WriteLine(text);
        return code;
    }
}
