using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Recipes;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Text;
using PartyCms.Organization.Contracts;

namespace PartyCms.Contents.Organizing.Columns;

/// <summary>
/// Step <c>columns</c>: adds columns, or changes those of the same type and name.
/// <c>{"name":"columns","columns":[{"Type":"BranchNews","Name":"三会一课","FreshDays":14,"OwnerUnit":"qinghe"}]}</c>.
/// </summary>
internal sealed class ColumnsStep(CmsDbContext db, ContentDefinitions definitions, BranchDirectory units, TimeProvider clock) : IRecipeStep
{
    public string Name => "columns";

    public async Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken)
    {
        var position = 0;
        foreach (var node in step["columns"] as JsonArray ?? [])
        {
            await PutAsync(node as JsonObject ?? [], ++position, cancellationToken);
        }

        report.Apply($"Saved {position} columns.");
    }

    private async Task PutAsync(JsonObject json, int position, CancellationToken cancellationToken)
    {
        var type = json.Text("Type") ?? "";
        var name = json.Text("Name")?.Trim() ?? "";
        if (definitions.FindType(type) is null || name.Length is 0 or > ContentColumnConfiguration.NameLength)
        {
            throw new RecipeException($"Column {position} ('{name}') needs a name and a known content type.");
        }

        var role = json.Text("OwnerRole");
        if (role is not null && !Roles.All.Contains(role))
        {
            throw new RecipeException($"Column '{name}' names the unknown role '{role}'.");
        }

        var column = await db.Set<ContentColumn>()
            .SingleOrDefaultAsync(row => row.ContentType == type && row.Name == name, cancellationToken);
        if (column is null)
        {
            var now = clock.GetUtcNow();
            column = new ContentColumn { Id = Guid.CreateVersion7(now), ContentType = type, Name = name, Slug = "", CreatedUtc = now };
            db.Add(column);
        }

        column.Slug = Slug.From(json.Text("Slug") ?? name, ContentColumnConfiguration.NameLength);
        column.Position = position;
        column.Description = json.Text("Description") ?? "";
        column.FreshDays = json.Number("FreshDays");
        column.OwnerRole = role;
        column.Contact = json.Text("Contact") ?? "";
        if (json.Text("OwnerUnit") is { } unit)
        {
            column.OwnerUnitId = (await units.FindAsync(unit, cancellationToken))?.Id
                ?? throw new RecipeException($"Column '{name}' names the unknown unit '{unit}'.");
        }
    }
}
