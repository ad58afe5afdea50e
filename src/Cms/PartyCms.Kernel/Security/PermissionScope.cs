using System.Linq.Expressions;
using PartyCms.Kernel.Data;

namespace PartyCms.Kernel.Security;

/// <summary>Where a caller holds a permission: everywhere, in some subtrees, or nowhere.</summary>
/// <param name="IsEverywhere">The whole site.</param>
/// <param name="Roots">Tops of the subtrees, when not everywhere.</param>
public sealed record PermissionScope(bool IsEverywhere, IReadOnlyList<Guid> Roots)
{
    /// <summary>Nowhere.</summary>
    public static PermissionScope Nowhere { get; } = new(false, []);

    /// <summary>Everywhere.</summary>
    public static PermissionScope Everywhere { get; } = new(true, []);

    /// <summary>Whether there is any place at all.</summary>
    public bool IsAnywhere => IsEverywhere || Roots.Count > 0;

    /// <summary>
    /// Keeps the rows whose organisation unit lies in this scope. Rows of the platform (no unit) are kept only
    /// everywhere: a secretary never sees or changes what belongs to the platform.
    /// </summary>
    public IQueryable<T> Filter<T>(IQueryable<T> rows, CmsDbContext db, Expression<Func<T, Guid?>> orgUnitOf)
    {
        if (IsEverywhere)
        {
            return rows;
        }

        var roots = Roots;
        var within = db.Set<ScopeClosure>().Where(pair => roots.Contains(pair.AncestorId)).Select(pair => (Guid?)pair.DescendantId);
        var contains = Expression.Call(
            typeof(Queryable), nameof(Queryable.Contains), [typeof(Guid?)], within.Expression, orgUnitOf.Body);
        return rows.Where(Expression.Lambda<Func<T, bool>>(contains, orgUnitOf.Parameters));
    }
}
