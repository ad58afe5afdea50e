using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using PartyCms.Kernel.Data;
using PartyCms.Media.Contracts;
using PartyCms.WeChat.Articles;
using PartyCms.WeChat.Client;
using PartyCms.WeChat.Client.Materials;

namespace PartyCms.WeChat.Delivery;

/// <summary>Where a picture of ours is at WeChat, or why it is not there.</summary>
internal abstract record HostedPicture
{
    private HostedPicture()
    {
    }

    /// <summary>It is there, by its address or id.</summary>
    public sealed record There(string Reference) : HostedPicture;

    /// <summary>It cannot be read or made fit on our side.</summary>
    public sealed record Unfit(PictureExportState State) : HostedPicture;

    /// <summary>WeChat did not take it.</summary>
    public sealed record Refused(WeChatError Error) : HostedPicture;
}

/// <summary>
/// Brings pictures to WeChat, each once. An upload that is cut off may leave a copy behind that nobody refers to; readers
/// never see one.
/// </summary>
internal sealed class HostPictures(
    CmsDbContext db, IDatabaseProvider provider, PictureExport export, MaterialClient materials, IOptions<WeChatOptions> options, TimeProvider clock)
{
    /// <summary>Where a picture is, after an upload where need be.</summary>
    /// <param name="kind">What it is for.</param>
    /// <param name="address">Path on our site.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<HostedPicture> RunAsync(AssetKind kind, string address, CancellationToken cancellationToken)
    {
        if (await FindAsync(kind, address, cancellationToken) is { } known)
        {
            return new HostedPicture.There(known);
        }

        var limit = kind == AssetKind.Body ? ArticleLimits.PictureBytes - 1 : ArticleLimits.CoverBytes;
        var picture = await export.ReadAsync(address, limit, cancellationToken);
        if (picture.State != PictureExportState.Ready)
        {
            return new HostedPicture.Unfit(picture.State);
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(picture.Bytes.Span));
        var appId = options.Value.AppId;
        var same = await db.Set<WeChatAsset>().AsNoTracking()
            .Where(asset => asset.AppId == appId && asset.Kind == kind && asset.Sha256 == sha256)
            .Select(asset => asset.Reference).FirstOrDefaultAsync(cancellationToken);
        var uploaded = same is null
            ? await UploadAsync(kind, new UploadFile(picture.Bytes, picture.Format), cancellationToken)
            : new HostedPicture.There(same);
        if (uploaded is HostedPicture.There(var reference))
        {
            // What WeChat has is written down even when the site is stopping.
            await RememberAsync(kind, address, sha256, reference, CancellationToken.None);
        }

        return uploaded;
    }

    /// <summary>Where a picture is, as far as that is known.</summary>
    public Task<string?> FindAsync(AssetKind kind, string address, CancellationToken cancellationToken)
    {
        var appId = options.Value.AppId;
        return db.Set<WeChatAsset>().AsNoTracking()
            .Where(asset => asset.AppId == appId && asset.Kind == kind && asset.Address == address)
            .Select(asset => asset.Reference).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Forgets covers that WeChat no longer has, so that they are uploaded anew.</summary>
    public Task ForgetCoversAsync(IReadOnlyCollection<string> references, CancellationToken cancellationToken)
    {
        var appId = options.Value.AppId;
        return db.Set<WeChatAsset>()
            .Where(asset => asset.AppId == appId && asset.Kind == AssetKind.Cover && references.Contains(asset.Reference))
            .ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<HostedPicture> UploadAsync(AssetKind kind, UploadFile file, CancellationToken cancellationToken)
    {
        if (kind == AssetKind.Body)
        {
            var image = await materials.UploadArticleImageAsync(file, cancellationToken);
            return image.IsOk ? new HostedPicture.There(image.Value.Url) : new HostedPicture.Refused(image.Error);
        }

        var cover = await materials.AddImageAsync(file, cancellationToken);
        return cover.IsOk ? new HostedPicture.There(cover.Value.MediaId) : new HostedPicture.Refused(cover.Error);
    }

    private async Task RememberAsync(
        AssetKind kind, string address, string sha256, string reference, CancellationToken cancellationToken)
    {
        var asset = new WeChatAsset
        {
            AppId = options.Value.AppId,
            Kind = kind,
            Address = address,
            Sha256 = sha256,
            Reference = reference,
            UploadedUtc = clock.GetUtcNow(),
        };
        db.Add(asset);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            // Another issue has just brought the same picture; both copies are good.
        }

        db.Entry(asset).State = EntityState.Detached;
    }
}
