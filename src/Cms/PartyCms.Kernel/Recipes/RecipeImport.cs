using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Recipes.Scripts;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Settings;

namespace PartyCms.Kernel.Recipes;

/// <summary>How an import ended.</summary>
public enum RecipeVerdict
{
    /// <summary>Carried out, or found in order where only asked for.</summary>
    Done,

    /// <summary>Refused; the report's errors say why. Nothing was stored.</summary>
    Refused,
}

/// <summary>The result of an import.</summary>
/// <param name="Verdict">How it ended.</param>
/// <param name="Recipe">The file as read, or null where it is none.</param>
/// <param name="Report">What was done, left out and not understood.</param>
public sealed record RecipeOutcome(RecipeVerdict Verdict, RecipeFile? Recipe, RecipeReport Report);

/// <summary>
/// Imports a recipe file from outside. The whole file is looked at first; then its data steps run in one transaction;
/// then what is no data, files for example. A file with an error anywhere changes nothing.
/// </summary>
public sealed class RecipeImport(
    CmsDbContext db,
    IEnumerable<IRecipeStep> steps,
    RecipeCommit commit,
    RecipeSurroundings surroundings,
    SiteSettings settings,
    Caller caller,
    IDatabaseProvider provider,
    IOptions<CmsOptions> options,
    TimeProvider clock)
{
    /// <summary>Imports a file.</summary>
    /// <param name="file">The recipe, UTF-8 JSON.</param>
    /// <param name="files">What came with it.</param>
    /// <param name="isRehearsal">Whether to take everything back in the end, so that only the report remains.</param>
    /// <param name="cancellationToken">Stops the import; nothing is stored then.</param>
    public async Task<RecipeOutcome> RunAsync(
        ReadOnlyMemory<byte> file, IRecipeFiles files, bool isRehearsal, CancellationToken cancellationToken)
    {
        var report = new RecipeReport();
        surroundings.Begin(files);
        try
        {
            var recipe = RecipeReader.Read(file, report);
            if (recipe is not null && !report.HasErrors)
            {
                var evaluator = new ScriptEvaluator(recipe.Variables, await ScriptValuesAsync(cancellationToken), files, clock);
                new RecipeScripts(evaluator, report).Evaluate(recipe);
                await RunAsync(recipe, report, isRehearsal, cancellationToken);
            }

            report.Close();
            return new RecipeOutcome(report.HasErrors ? RecipeVerdict.Refused : RecipeVerdict.Done, recipe, report);
        }
        finally
        {
            surroundings.End();
        }
    }

    private async Task RunAsync(RecipeFile recipe, RecipeReport report, bool isRehearsal, CancellationToken cancellationToken)
    {
        var run = recipe.Steps.Select(step => (Step: step, Handler: Find(step.Name))).ToList();
        foreach (var (step, handler) in run)
        {
            report.Begin(step.Number, step.Name);
            if (handler is null)
            {
                report.PassOver(new RecipeMessage(
                    "setup-only",
                    $"步骤“{step.Name}”只在建站时执行，已略过。",
                    $"The step '{step.Name}' runs at set-up only and was passed over."));
            }

            if (handler is not null)
            {
                TellOfLists(handler, step.Json, report);
                handler.Check(step.Json, report);
            }
        }

        if (report.HasErrors)
        {
            return;
        }

        foreach (var (step, handler) in run.Where(pair => pair.Handler is { IsTransactional: false }))
        {
            report.Begin(step.Number, step.Name);
            await handler!.PrepareAsync(step.Json, report, cancellationToken);
        }

        if (await RunDataAsync(run, report, isRehearsal, cancellationToken) && !isRehearsal)
        {
            foreach (var (step, handler) in run.Where(pair => pair.Handler is { IsTransactional: false }))
            {
                report.Begin(step.Number, step.Name);
                await handler!.RunAsync(step.Json, report, cancellationToken);
                db.ChangeTracker.Clear();
            }
        }

        report.Begin(0, "");
    }

    private async Task<bool> RunDataAsync(
        IEnumerable<(RecipeFileStep Step, IRecipeStep? Handler)> run, RecipeReport report, bool isRehearsal,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            foreach (var (step, handler) in run.Where(pair => pair.Handler is { IsTransactional: true }))
            {
                report.Begin(step.Number, step.Name);
                await handler!.RunAsync(step.Json, report, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                db.ChangeTracker.Clear();
                if (report.HasErrors)
                {
                    break;
                }
            }
        }
        catch (RecipeException exception)
        {
            report.Refuse(new RecipeMessage("step-failed", exception.Message, exception.Message));
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            report.Refuse(new RecipeMessage(
                "in-use",
                "这一步的某个编号或网址与本站已有的重复，或有人正好同时保存。请改掉重复的再导入。",
                "An id or address of this step is in use here, or somebody saved at the same moment. Change it and import again."));
        }

        if (report.HasErrors || isRehearsal)
        {
            await transaction.RollbackAsync(cancellationToken);
            commit.Forget();
            if (report.HasErrors)
            {
                report.TakeBack();
            }

            return !report.HasErrors;
        }

        await transaction.CommitAsync(cancellationToken);
        commit.Announce();
        return true;
    }

    private static void TellOfLists(IRecipeStep handler, JsonObject step, RecipeReport report)
    {
        foreach (var list in handler.Lists)
        {
            if (step.Property(list) is (var name, not (null or JsonArray)))
            {
                report.PassOver(
                    new RecipeMessage("no-list", $"“{name}”应是一个列表，已略过。请改成 [ ]。", $"'{name}' is no list and was passed over. Write it in [ ]."),
                    RecipeJson.Place(name));
            }
        }
    }

    private IRecipeStep? Find(string name)
    {
        var own = steps.FirstOrDefault(step => string.Equals(step.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? steps.FirstOrDefault(step => step.Name == IRecipeStep.AnyOther);
        return own is { IsOpenToImport: true } && name != IRecipeStep.AnyOther ? own : null;
    }

    private async Task<ScriptValues> ScriptValuesAsync(CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        var setup = options.Value.Setup;
        var administrator = caller.Id ?? await db.Set<RoleAssignment>()
            .Where(assignment => assignment.Role == Roles.Administrator && assignment.OrgUnitId == null)
            .OrderBy(assignment => assignment.Id).Select(assignment => assignment.SubjectId).FirstOrDefaultAsync(cancellationToken);
        return new ScriptValues(
            new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["SiteName"] = await settings.GetAsync(SiteSettings.SiteName, cancellationToken) ?? "",
                ["AdminUserId"] = administrator ?? "",
                ["AdminUsername"] = caller.IsSignedIn ? caller.Name : setup.AdminUserName,
                ["SiteTimeZone"] = options.Value.TimeZone,
            },
            new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["OrchardCore_Admin:AdminUrlPrefix"] = "admin",
                ["Cms:TimeZone"] = options.Value.TimeZone,
            });
    }
}
