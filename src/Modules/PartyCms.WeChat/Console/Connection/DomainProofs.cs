using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Settings;

namespace PartyCms.WeChat.Console.Connection;

/// <summary>
/// The file at the root of the site by which WeChat sees that the domain is ours, before it may be entered as a domain for
/// JavaScript, web authorization or business. One account has one.
/// </summary>
internal sealed class DomainProofs(SiteSettings settings, AuditLog audit, CmsDbContext db)
{
    private const string NameSetting = "wechat.domain-proof-name";

    private const string TextSetting = "wechat.domain-proof-text";

    /// <summary>Null where none was given.</summary>
    public async Task<DomainProof?> FindAsync(CancellationToken cancellationToken) =>
        await settings.GetAsync(NameSetting, cancellationToken) is { Length: > 0 } name
            ? new DomainProof(name, await settings.GetAsync(TextSetting, cancellationToken) ?? "")
            : null;

    /// <summary>Puts one in the place of the one before; null for none.</summary>
    public async Task ReplaceAsync(DomainProof? proof, CancellationToken cancellationToken)
    {
        await settings.SetAsync(NameSetting, proof?.Name ?? "", cancellationToken);
        await settings.SetAsync(TextSetting, proof?.Text ?? "", cancellationToken);
        audit.Add("wechat.domain-proof-changed", proof?.Name, proof?.Text);
        await db.SaveChangesAsync(cancellationToken);
        settings.Forget();
    }
}

/// <summary>What WeChat gives to be put at the root of the site.</summary>
/// <param name="Name">What stands between <c>MP_verify_</c> and <c>.txt</c>.</param>
/// <param name="Text">What the file says.</param>
internal sealed record DomainProof(string Name, string Text)
{
    public const string Prefix = "MP_verify_";

    public const string Suffix = ".txt";

    public string FileName => Prefix + Name + Suffix;
}
