using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Defining;

/// <summary>Stores or removes definitions with a note in the audit, and lets every page see it.</summary>
internal sealed class SaveDefinitions(ContentDefinitions definitions, CmsDbContext db, AuditLog audit, PublicCache cache)
{
    /// <summary>Stores a type with the parts that belong to it.</summary>
    public Task PutAsync(ContentTypeDefinition type, IReadOnlyList<ContentPartDefinition> parts, CancellationToken cancellationToken) =>
        ActAsync("content.type-defined", type.Name, type.DisplayName, () => definitions.PutAsync([type], parts, cancellationToken), cancellationToken);

    /// <summary>Stores a part.</summary>
    public Task PutAsync(ContentPartDefinition part, string detail, CancellationToken cancellationToken) =>
        ActAsync("content.part-defined", part.Name, detail, () => definitions.PutAsync([], [part], cancellationToken), cancellationToken);

    /// <summary>Removes a type, and the part of its own name where no other type has it. A declared one goes back to its module's.</summary>
    public Task RemoveTypeAsync(ContentType type, CancellationToken cancellationToken)
    {
        var isShared = definitions.Types.Values.Any(other => other.Name != type.Name && other.Definition!.Has(type.Name));
        return ActAsync(
            "content.type-removed", type.Name, type.DisplayName,
            () => definitions.RemoveAsync([type.Name], isShared ? [] : [type.Name], cancellationToken), cancellationToken);
    }

    /// <summary>Removes a part.</summary>
    public Task RemovePartAsync(ContentPartDefinition part, CancellationToken cancellationToken) =>
        ActAsync(
            "content.part-removed", part.Name, part.DisplayName, () => definitions.RemoveAsync([], [part.Name], cancellationToken), cancellationToken);

    /// <summary>How many items of a type there are, drafts included.</summary>
    public Task<int> CountAsync(string typeName, CancellationToken cancellationToken) => db.Set<ContentItem>()
        .Where(item => item.ContentType == typeName && (item.Latest || item.Published))
        .Select(item => item.ContentItemId).Distinct().CountAsync(cancellationToken);

    private async Task ActAsync(string kind, string name, string detail, Func<Task> act, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        audit.Add(kind, name, detail);
        await act();
        await transaction.CommitAsync(cancellationToken);
        definitions.Flush();
        cache.Drop(PublicTags.Site);
        cache.Flush();
    }
}
