using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PartyCms.Kernel;
using PartyCms.Kernel.Recipes;
using PartyCms.Kernel.Security;
using PartyCms.Organization.Contracts;

namespace PartyCms.Accounts.Setup;

/// <summary>Step <c>demo-accounts</c>: one account for each persona, in two branches and at the town's committee.</summary>
internal sealed class DemoAccountsStep(
    AccountFactory accounts, BranchDirectory branches, MemberDirectory members, IOptions<CmsOptions> options) : IRecipeStep
{
    public string Name => "demo-accounts";

    public async Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken)
    {
        var given = options.Value.Setup.DemoPassword;
        var password = given.Length > 0 ? given : AccountFactory.NewPassword();
        var all = await branches.ListAsync(cancellationToken);
        var town = all[0];
        var own = all.Where(unit => unit.IsBranch).Take(3).ToList();

        await AddAsync("secretary", Roles.Secretary, own[0], 0);
        await AddAsync("member", Roles.Member, own[0], 1);
        await AddAsync("secretary2", Roles.Secretary, own[1], 0);
        await AddAsync("member2", Roles.Member, own[1], 1);
        await AddAsync("floating", Roles.Member, own[2], 0);
        await AddAsync("reviewer", Roles.Reviewer, town, null);
        await AddAsync("approver", Roles.Approver, town, null);
        report.Apply("Demo accounts: secretary, member, secretary2, member2, floating, reviewer, approver"
            + (given.Length == 0 ? $"  password: {password}  (shown once)" : ""));

        async Task AddAsync(string userName, string role, BranchInfo unit, int? place)
        {
            var (account, fault) = await accounts.CreateAsync(userName, password, role, unit.Id, cancellationToken);
            if (account is null)
            {
                throw new RecipeException($"Cms:Setup:DemoPassword was refused: {fault}");
            }

            if (place is { } index)
            {
                var roster = await members.ListAsync(unit.Id, index + 1, cancellationToken);
                await members.BindAccountAsync(roster[index].Id, account.Id, cancellationToken);
            }
        }
    }
}
