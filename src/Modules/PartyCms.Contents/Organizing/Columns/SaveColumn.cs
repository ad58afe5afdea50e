using PartyCms.Contents.Contracts;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Outbox;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Text;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;

namespace PartyCms.Contents.Organizing.Columns;

/// <summary>
/// Adds a column or changes one. Renaming moves the published items along in the same transaction; their versions stay
/// as they were written.
/// </summary>
internal sealed class SaveColumn(
    CmsDbContext db, BranchDirectory units, IDatabaseProvider provider, AuditLog audit, OutboxWriter outbox, PublicCache cache,
    TimeProvider clock)
{
    /// <summary>The faults, by the form's field; none means saved.</summary>
    public async Task<IReadOnlyList<(string Field, string Message)>> RunAsync(
        ContentType type, ContentColumn? column, ColumnForm form, CancellationToken cancellationToken)
    {
        var name = form.Name.Trim();
        var slug = Slug.From(string.IsNullOrWhiteSpace(form.Slug) ? name : form.Slug, ContentColumnConfiguration.NameLength);
        var faults = await CheckAsync(type, column?.Id, name, slug, form, cancellationToken);
        if (faults.Count > 0)
        {
            return faults;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var before = column?.Name ?? name;
        if (column is null)
        {
            column = await AddAsync(type, name, slug, cancellationToken);
        }
        else
        {
            await RenameAsync(column, name, cancellationToken);
            column.Slug = slug;
        }

        form.Apply(column);
        audit.Add("content.column-saved", column.Id.ToString("N"), before == name ? name : $"{before} → {name}");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            db.ChangeTracker.Clear();
            return [("Form.Name", "这个栏目名或网址名刚被用掉，请换一个。")];
        }

        await transaction.CommitAsync(cancellationToken);
        cache.Drop(PublicTags.Type(type.Name));
        cache.Flush();
        outbox.Wake();
        return [];
    }

    private async Task<List<(string Field, string Message)>> CheckAsync(
        ContentType type, Guid? id, string name, string slug, ColumnForm form, CancellationToken cancellationToken)
    {
        var faults = new List<(string, string)>();
        if (slug.Length == 0)
        {
            faults.Add(("Form.Slug", "请填写网址名，用字母、数字或汉字。"));
        }

        if (name.Any(char.IsControl))
        {
            faults.Add(("Form.Name", "名称里不能换行。"));
        }

        var others = await db.Set<ContentColumn>().AsNoTracking()
            .Where(other => other.ContentType == type.Name && other.Id != id && (other.Name == name || other.Slug == slug))
            .ToListAsync(cancellationToken);
        if (others.Any(other => other.Name == name))
        {
            faults.Add(("Form.Name", "已有同名的栏目。"));
        }
        else if (others.Count > 0)
        {
            faults.Add(("Form.Slug", "这个网址名已被别的栏目使用，请换一个。"));
        }

        if (form.OwnerUnitId is { } unit && await units.FindAsync(unit, cancellationToken) is null)
        {
            faults.Add(("Form.OwnerUnitId", "没有这个组织，请重新选择。"));
        }

        if (!string.IsNullOrEmpty(form.OwnerRole) && !Roles.All.Contains(form.OwnerRole))
        {
            faults.Add(("Form.OwnerRole", "没有这个角色，请重新选择。"));
        }

        if (form.PausedUntil is not null && string.IsNullOrWhiteSpace(form.PauseReason))
        {
            faults.Add(("Form.PauseReason", "请写明为什么暂停。"));
        }

        return faults;
    }

    private async Task<ContentColumn> AddAsync(ContentType type, string name, string slug, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var last = await db.Set<ContentColumn>().Where(other => other.ContentType == type.Name)
            .MaxAsync(other => (int?)other.Position, cancellationToken) ?? 0;
        var column = new ContentColumn
        {
            Id = Guid.CreateVersion7(now), ContentType = type.Name, Name = name, Slug = slug, Position = last + 1, CreatedUtc = now,
        };
        db.Add(column);
        await TakeNameAsync(column, name, cancellationToken);
        return column;
    }

    private async Task RenameAsync(ContentColumn column, string name, CancellationToken cancellationToken)
    {
        var before = column.Name;
        if (before == name)
        {
            return;
        }

        var type = column.ContentType;
        column.Rename(name);
        await TakeNameAsync(column, name, cancellationToken);
        await db.Set<ContentSummary>().Where(row => row.ContentType == type && row.Column == before)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Column, name), cancellationToken);
        outbox.Add(new ColumnRenamed(type, name));
    }

    // A column that was once called so gives the name away, or items would stand in two columns.
    private async Task TakeNameAsync(ContentColumn column, string name, CancellationToken cancellationToken)
    {
        var (type, id) = (column.ContentType, column.Id);
        foreach (var other in await db.Set<ContentColumn>()
            .Where(other => other.ContentType == type && other.Id != id && other.Former.Contains(name)).ToListAsync(cancellationToken))
        {
            other.Forget(name);
        }
    }
}
