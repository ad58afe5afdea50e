using System.Collections.Frozen;
using PartyCms.Kernel.Content;

namespace PartyCms.Kernel.Security;

/// <summary>
/// What the permission names of roles from elsewhere stand for. A name brings exactly what it says: what has no equal
/// here, the rights over one's own items or over deletion alone for example, brings nothing.
/// </summary>
internal static class PermissionMeanings
{
    /// <summary>What everybody may do anyway: reading what is published.</summary>
    private static readonly string[] Everybody =
        ["ViewContent", "ViewOwnContent", "ViewMediaContent", "QuerySearchIndex", "ViewContentTypes"];

    public static FrozenDictionary<string, IReadOnlyList<string>> Of(
        IReadOnlyList<Permission> permissions, IEnumerable<ContentType> declaredTypes)
    {
        var types = declaredTypes.ToList();
        var meanings = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var permission in permissions)
        {
            meanings[permission.Name] = [permission.Name];
            foreach (var name in permission.KnownAs)
            {
                meanings[name] = [.. meanings.GetValueOrDefault(name, []), permission.Name];
            }
        }

        foreach (var name in Everybody)
        {
            meanings[name] = [];
        }

        // Types that no module brings share four permissions of the kernel.
        List<string> edit =
            [.. types.Select(type => type.EditPermission), KernelPermissions.EditContent, KernelPermissions.EditBranchContent];
        List<string> publish =
            [.. types.Select(type => type.PublishPermission), KernelPermissions.PublishContent, KernelPermissions.PublishBranchContent];
        meanings["EditContent"] = [.. edit.Distinct()];
        meanings["PublishContent"] = [.. edit.Concat(publish).Distinct()];
        foreach (var type in types)
        {
            meanings[$"View_{type.Name}"] = [];

            // A permission that several types share says more than the name of one type does.
            if (types.Count(other => other.EditPermission == type.EditPermission || other.PublishPermission == type.PublishPermission) == 1)
            {
                meanings[$"Edit_{type.Name}"] = [type.EditPermission];
                meanings[$"Publish_{type.Name}"] = [type.EditPermission, type.PublishPermission];
            }
        }

        return meanings.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
