using Microsoft.Extensions.Options;
using PartyCms.Kernel;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Recipes;
using PartyCms.Kernel.Security;

namespace PartyCms.Accounts.ApiClients;

/// <summary>Makes the API clients of section <c>Cms:Setup:ApiClients</c>.</summary>
internal sealed class SetUpApiClients(ManageApiClients clients, IOptions<CmsOptions> options) : ISetupTask
{
    public async Task RunAsync(RecipeReport report, CancellationToken cancellationToken)
    {
        foreach (var client in options.Value.Setup.ApiClients)
        {
            var roles = client.Roles.Select(role => ApiClientSetupValidation.FindRole(role)!).ToList();
            await clients.CreateAsync(client.ClientId, client.ClientId, client.ClientSecret, roles, null, cancellationToken);
            report.Apply($"API client: {client.ClientId}  roles: {string.Join(", ", roles)}");
        }
    }
}

/// <summary>Stops the start on a wrong entry: each failure names the key, the fault and the remedy in one line.</summary>
internal sealed class ApiClientSetupValidation : IValidateOptions<CmsOptions>
{
    public ValidateOptionsResult Validate(string? name, CmsOptions options)
    {
        var faults = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < options.Setup.ApiClients.Count; i++)
        {
            var client = options.Setup.ApiClients[i];
            var key = FormattableString.Invariant($"Cms:Setup:ApiClients:{i}");
            if (string.IsNullOrWhiteSpace(client.ClientId) || client.ClientId.Length > ApiClientConfiguration.ClientIdLength)
            {
                faults.Add($"{key}:ClientId is empty or too long; give a name of at most {ApiClientConfiguration.ClientIdLength} characters.");
            }
            else if (!seen.Add(client.ClientId))
            {
                faults.Add($"{key}:ClientId '{client.ClientId}' stands twice; give each client its own.");
            }

            if (client.ClientSecret.Length == 0)
            {
                faults.Add($"{key}:ClientSecret is empty; give a long random text.");
            }

            for (var j = 0; j < client.Roles.Count; j++)
            {
                if (FindRole(client.Roles[j]) is null)
                {
                    faults.Add(FormattableString.Invariant(
                        $"{key}:Roles:{j} '{client.Roles[j]}' is not a role; use one of: {string.Join(", ", Roles.All)}."));
                }
            }
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>The role of a name in any case, or null.</summary>
    internal static string? FindRole(string name) =>
        Roles.All.FirstOrDefault(role => string.Equals(role, name, StringComparison.OrdinalIgnoreCase));
}
