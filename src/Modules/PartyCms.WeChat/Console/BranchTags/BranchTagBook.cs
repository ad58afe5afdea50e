using Microsoft.Extensions.Options;
using PartyCms.Kernel.Data;
using PartyCms.Organization.Contracts;
using PartyCms.WeChat.Client;
using PartyCms.WeChat.Client.Tags;

namespace PartyCms.WeChat.Console.BranchTags;

/// <summary>The tag of a branch at WeChat.</summary>
/// <param name="Id">WeChat's number of it.</param>
/// <param name="IsNew">Whether it was made just now.</param>
internal sealed record FoundTag(int Id, bool IsNew);

/// <summary>Finds the tags of branches at WeChat, and makes those that are missing.</summary>
internal sealed class BranchTagBook(CmsDbContext db, TagClient client, BranchDirectory branches, IOptions<WeChatOptions> options)
{
    /// <summary>All tags at WeChat, each with the branch it belongs to.</summary>
    public async Task<WeChatResult<TagShelf>> OpenAsync(CancellationToken cancellationToken)
    {
        var listed = await client.ListAsync(cancellationToken);
        if (!listed.IsOk)
        {
            return listed.Error;
        }

        var appId = options.Value.AppId;
        var rows = await db.Set<BranchTag>().AsNoTracking().Where(tag => tag.AppId == appId)
            .ToDictionaryAsync(tag => tag.OrgUnitId, cancellationToken);
        var shelf = new TagShelf(listed.Value.Tags);
        foreach (var branch in await branches.ListAsync(cancellationToken))
        {
            shelf.Keep(rows.GetValueOrDefault(branch.Id));
        }

        return shelf;
    }

    /// <summary>The tag of a branch; made where there is none.</summary>
    public async Task<WeChatResult<FoundTag>> FindOrCreateAsync(BranchInfo branch, TagShelf shelf, CancellationToken cancellationToken)
    {
        if (shelf.Find(branch) is { } known)
        {
            return new FoundTag(known, IsNew: false);
        }

        var name = shelf.NameFor(branch);
        var created = await client.CreateAsync(name, cancellationToken);
        if (!created.IsOk)
        {
            return created.Error;
        }

        if (created.Value.Id is not { } made)
        {
            return WeChatError.Unknown("The new tag has no number.");
        }

        shelf.Add(branch, made, name);
        return new FoundTag(made, IsNew: true);
    }
}
