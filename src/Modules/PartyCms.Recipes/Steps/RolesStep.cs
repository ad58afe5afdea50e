using System.Text.Json.Nodes;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Recipes;
using PartyCms.Kernel.Security;

namespace PartyCms.Recipes.Steps;

/// <summary>
/// Step <c>Roles</c>: stores roles with the names of their permissions. The five built in roles are never touched, and
/// what visitors and everybody signed in may do is not a matter of roles here.
/// </summary>
internal sealed class RolesStep(StoredRoles roles, PermissionCatalogue permissions, AuditLog audit) : IRecipeStep
{
    public string Name => "Roles";

    public IReadOnlyList<string> Lists => ["Roles"];

    public bool IsOpenToImport => true;

    public void Check(JsonObject step, RecipeReport report)
    {
        foreach (var (path, role) in step.ObjectsOf("Roles"))
        {
            if (role.TextOf("Name")?.Trim() is not { Length: > 0 and <= StoredRole.NameLength })
            {
                report.Refuse(
                    new RecipeMessage(
                        "bad-role",
                        $"角色没有名称，或名称超过 {StoredRole.NameLength} 个字，请改正 Name。",
                        FormattableString.Invariant($"A role needs a Name of at most {StoredRole.NameLength} characters.")),
                    path);
            }
        }
    }

    public async Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken)
    {
        var (total, changed) = (0, 0);
        foreach (var (path, json) in step.ObjectsOf("Roles"))
        {
            total++;
            var name = json.TextOf("Name")!.Trim();
            if (Roles.All.Contains(name))
            {
                report.Skip(
                    new RecipeMessage(
                        "built-in-role",
                        $"角色“{Roles.DisplayName(name)}”是本站自带的，权限不由文件改变。",
                        $"The role '{name}' is built in; its permissions are not changed by a file."),
                    path);
                continue;
            }

            changed += await StoreAsync(name, json, cancellationToken) ? 1 : 0;
            TellUnknown(name, json, path, report);
        }

        report.Apply(
            new RecipeMessage("done", $"{total} 个角色，其中 {changed} 个有变化。", $"{total} roles, {changed} of them new or changed."),
            ("total", total), ("changed", changed));
    }

    private static List<string> PermissionsOf(JsonObject json) =>
    [
        .. json.ListOf("Permissions").Select(entry => entry.Node).OfType<JsonValue>()
            .Select(value => value.TryGetValue<string>(out var name) ? name.Trim() : "")
            .Where(name => name.Length > 0 && !name.Any(char.IsControl)),
    ];

    private async Task<bool> StoreAsync(string name, JsonObject json, CancellationToken cancellationToken)
    {
        var role = await roles.OpenAsync(name, cancellationToken);
        var given = PermissionsOf(json);
        IReadOnlyList<string> result = json.TextOf("PermissionBehavior")?.ToUpperInvariant() switch
        {
            "ADD" => [.. role.Permissions.Union(given)],
            "REMOVE" => [.. role.Permissions.Except(given)],
            _ => [.. given.Distinct()],
        };
        var description = json.TextOf("Description") is { } text ? text[..Math.Min(text.Length, 1000)] : role.Description;
        if (role.Permissions.SequenceEqual(result) && role.Description == description && !roles.IsNew(role))
        {
            return false;
        }

        (role.Permissions, role.Description) = (result, description);
        audit.Add("role.imported", name, string.Join(' ', result));
        return true;
    }

    private void TellUnknown(string name, JsonObject json, string path, RecipeReport report)
    {
        if (name is "Anonymous" or "Authenticated")
        {
            report.PassOver(
                new RecipeMessage(
                    "kept",
                    $"角色“{name}”已保留，但在本站不起作用：访客能看已发布的内容，其余权限逐人授予。",
                    $"The role '{name}' was kept but has no effect here: visitors read what is published, all else is given to persons."),
                path);
            return;
        }

        foreach (var unknown in PermissionsOf(json).Where(permission => !permissions.IsUnderstood(permission)))
        {
            report.PassOver(
                new RecipeMessage(
                    "unknown-permission",
                    $"角色“{name}”的权限 {unknown} 在本站没有对应，已保留但不起作用。",
                    $"The permission '{unknown}' of the role '{name}' means nothing here; it was kept without effect."),
                path);
        }
    }
}
