using Microsoft.Extensions.Options;
using PartyCms.Kernel;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Recipes;
using PartyCms.Kernel.Security;

namespace PartyCms.Accounts.Setup;

/// <summary>Makes the first administrator of an empty site and prints the password once, when it was generated.</summary>
internal sealed class FirstAdministrator(AccountFactory accounts, IOptions<CmsOptions> options) : ISetupTask
{
    public async Task RunAsync(RecipeReport report, CancellationToken cancellationToken)
    {
        var setup = options.Value.Setup;
        var password = setup.AdminPassword is { Length: > 0 } given ? given : AccountFactory.NewPassword();
        var (_, fault) = await accounts.CreateAsync(setup.AdminUserName, password, Roles.Administrator, null, cancellationToken);
        if (fault is not null)
        {
            throw new RecipeException($"Cms:Setup:AdminUserName or Cms:Setup:AdminPassword was refused: {fault}");
        }

        if (setup.AdminPassword.Length == 0)
        {
            report.Apply($"Administrator: {setup.AdminUserName}  password: {password}  (shown once; change it after sign-in)");
        }
    }
}
