using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Recipes;
using PartyCms.Kernel.Security;
using PartyCms.Web.Setup;

namespace PartyCms.Web.Verbs;

/// <summary>The verbs <c>import</c> and <c>export</c>: recipes on the server itself, larger than a request may be.</summary>
internal static class RecipeVerbs
{
    private const long LargestFile = 512L * 1024 * 1024;

    public static async Task<int> ImportAsync(string[] args, Func<string[], WebApplication> build)
    {
        var isCheck = args.Contains("--check");
        if (args is not [var path, ..] || path.StartsWith('-') || !File.Exists(path))
        {
            return Fail("Give the recipe to import: import FILE [--check].", 2);
        }

        if (new FileInfo(path).Length > LargestFile)
        {
            return Fail("The file is larger than 512 MB; cut its content step into several files.", 2);
        }

        var bytes = await File.ReadAllBytesAsync(path);
        var archive = RecipeArchive.IsArchive(bytes) ? RecipeArchive.Open(bytes) : null;
        if (archive is null && RecipeArchive.IsArchive(bytes))
        {
            return Fail("The zip archive is damaged, unpacks to too much, or does not hold exactly one recipe.", 1);
        }

        await using var app = build([.. args[1..].Where(arg => arg != "--check")]);
        await SiteSetup.PrepareAsync(app.Services, CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().ActAsSystem();
        IRecipeFiles files = archive is null ? new RecipeFolder(Path.GetDirectoryName(Path.GetFullPath(path))!) : archive;
        var outcome = await scope.ServiceProvider.GetRequiredService<RecipeImport>()
            .RunAsync(archive?.Recipe ?? bytes, files, isCheck, CancellationToken.None);
        foreach (var entry in outcome.Report.Entries)
        {
            Console.WriteLine(FormattableString.Invariant($"{entry.Kind,-13} {entry.Path}  {entry.Message.WireText}"));
        }

        if (outcome.Verdict == RecipeVerdict.Refused)
        {
            return Fail("The recipe was refused; nothing was stored. Mend the errors above and import it again.", 1);
        }

        Console.WriteLine(isCheck ? "The recipe can be imported; nothing was stored." : "The recipe was imported.");
        return 0;
    }

    public static async Task<int> ExportAsync(string[] args, Func<string[], WebApplication> build)
    {
        if (args is not [var path, .. var rest] || path.StartsWith('-'))
        {
            return Fail("Give the file to write: export FILE [--types A,B] [--no-files].", 2);
        }

        if (File.Exists(path))
        {
            return Fail($"'{path}' exists already; give another name.", 2);
        }

        var withFiles = !rest.Contains("--no-files");
        rest = [.. rest.Where(arg => arg != "--no-files")];
        var at = Array.IndexOf(rest, "--types");
        var types = at < 0 ? null : (rest.ElementAtOrDefault(at + 1) ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        await using var app = build([.. rest.Where((_, index) => at < 0 || (index != at && index != at + 1))]);
        await SiteSetup.PrepareAsync(app.Services, CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().ActAsSystem();
        var definitions = scope.ServiceProvider.GetRequiredService<ContentDefinitions>();
        if (types is not null && (types.Count == 0 || types.Any(type => definitions.FindType(type) is null)))
        {
            var known = string.Join(", ", definitions.Types.Keys.Order(StringComparer.Ordinal));
            return Fail($"--types takes content types with commas between them: {known}.", 2);
        }

        await WriteAsync(path, scope.ServiceProvider.GetRequiredService<RecipeExport>(), new ExportScope(types, withFiles));
        Console.WriteLine(FormattableString.Invariant($"Written to {path}: {new FileInfo(path).Length / 1024} KiB."));
        return 0;
    }

    // The file appears under its name only when it is whole.
    private static async Task WriteAsync(string path, RecipeExport export, ExportScope scope)
    {
        var unfinished = path + ".part";
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
            {
                await export.WriteAsync(file, scope, CancellationToken.None);
            }

            File.Move(unfinished, path);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static int Fail(string text, int code)
    {
        Console.Error.WriteLine(text);
        return code;
    }
}
