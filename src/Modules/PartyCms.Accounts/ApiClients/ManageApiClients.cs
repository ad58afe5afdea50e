using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;

namespace PartyCms.Accounts.ApiClients;

/// <summary>Makes, rotates and revokes API clients. A secret is returned once and never again.</summary>
internal sealed class ManageApiClients(CmsDbContext db, ApiClientRegister register, AuditLog audit, TimeProvider clock)
{
    /// <summary>Makes a client with roles at one node (null: the whole site).</summary>
    /// <returns>False where the client id is taken.</returns>
    public async Task<bool> CreateAsync(
        string clientId, string displayName, string secret, IReadOnlyList<string> roles, Guid? orgUnitId, CancellationToken cancellationToken)
    {
        if (await db.Set<ApiClient>().AnyAsync(row => row.ClientId == clientId, cancellationToken))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var client = new ApiClient
        {
            ClientId = clientId,
            DisplayName = displayName,
            SecretHash = ClientSecret.Hash(secret),
            CreatedUtc = now,
        };
        db.Add(client);
        db.AddRange(roles.Distinct(StringComparer.Ordinal).Select(role => new RoleAssignment
        {
            Id = Guid.CreateVersion7(now),
            SubjectId = client.Id,
            Role = role,
            OrgUnitId = orgUnitId,
        }));
        audit.Add("api-client.created", client.Id, clientId);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Gives a client a new secret; null where there is no such client or it was revoked.</summary>
    /// <param name="id">Row id of the client.</param>
    /// <param name="grace">How long the secret before goes on working; zero ends it and its tokens at once.</param>
    /// <param name="cancellationToken">Stops the act.</param>
    public async Task<string?> RotateAsync(string id, TimeSpan grace, CancellationToken cancellationToken)
    {
        var secret = ClientSecret.New();
        var hash = ClientSecret.Hash(secret);
        return await ChangeAsync(id, "api-client.rotated", client => client.Rotate(hash, grace, clock.GetUtcNow()), cancellationToken)
            ? secret
            : null;
    }

    /// <summary>Ends the secret before the last rotation.</summary>
    public Task<bool> EndPreviousSecretAsync(string id, CancellationToken cancellationToken) =>
        ChangeAsync(id, "api-client.previous-secret-ended", client => client.EndPreviousSecret(), cancellationToken);

    /// <summary>Ends a client and its tokens.</summary>
    public Task<bool> RevokeAsync(string id, CancellationToken cancellationToken) =>
        ChangeAsync(id, "api-client.revoked", client => client.Revoke(clock.GetUtcNow()), cancellationToken);

    private async Task<bool> ChangeAsync(
        string id, string auditKind, Action<ApiClient> change, CancellationToken cancellationToken)
    {
        var client = await db.Set<ApiClient>().SingleOrDefaultAsync(
            row => row.Id == id && row.RevokedUtc == null, cancellationToken);
        if (client is null)
        {
            return false;
        }

        change(client);
        audit.Add(auditKind, client.Id, client.ClientId);
        await db.SaveChangesAsync(cancellationToken);
        register.Forget(id);
        return true;
    }
}
