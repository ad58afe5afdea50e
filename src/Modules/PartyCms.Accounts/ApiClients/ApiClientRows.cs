using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Organization.Contracts;

namespace PartyCms.Accounts.ApiClients;

/// <summary>One client as the administration shows it.</summary>
internal sealed record ApiClientRow(
    string Id, string ClientId, string DisplayName, string Roles, string CreatedOn, string LastUsedOn, string? RevokedOn,
    string? PreviousUntil)
{
    public bool IsRevoked => RevokedOn is not null;
}

/// <summary>Reads clients with their roles and dates for people.</summary>
internal sealed class ApiClientRows(CmsDbContext db, BranchDirectory branches, SiteTime time)
{
    private const int MostRows = 200;

    /// <summary>All clients, newest first.</summary>
    public Task<IReadOnlyList<ApiClientRow>> ListAsync(CancellationToken cancellationToken) =>
        ReadAsync(db.Set<ApiClient>(), cancellationToken);

    /// <summary>One client, or null.</summary>
    public async Task<ApiClientRow?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await ReadAsync(db.Set<ApiClient>().Where(client => client.Id == id), cancellationToken)).SingleOrDefault();

    private async Task<IReadOnlyList<ApiClientRow>> ReadAsync(IQueryable<ApiClient> query, CancellationToken cancellationToken)
    {
        var clients = await query.AsNoTracking().OrderByDescending(client => client.CreatedUtc).Take(MostRows).ToListAsync(cancellationToken);
        var ids = clients.ConvertAll(client => client.Id);
        var roles = (await db.Set<RoleAssignment>().AsNoTracking()
            .Where(assignment => ids.Contains(assignment.SubjectId)).ToListAsync(cancellationToken)).ToLookup(row => row.SubjectId);
        var names = (await branches.ListAsync(cancellationToken)).ToDictionary(branch => branch.Id, branch => branch.Name);
        return clients.ConvertAll(client => new ApiClientRow(
            client.Id,
            client.ClientId,
            client.DisplayName,
            string.Join("；", roles[client.Id].Select(role =>
                $"{Roles.DisplayName(role.Role)}（{(role.OrgUnitId is { } unit ? names.GetValueOrDefault(unit, "未知组织") : "全站")}）")),
            time.FormatMinute(client.CreatedUtc),
            client.LastUsedUtc is { } used ? time.FormatMinute(used) : "从未使用",
            client.RevokedUtc is { } revoked ? time.FormatMinute(revoked) : null,
            client.IsPreviousSecretGood(time.Now) ? time.FormatMinute(client.PreviousSecretUntilUtc!.Value) : null));
    }
}
