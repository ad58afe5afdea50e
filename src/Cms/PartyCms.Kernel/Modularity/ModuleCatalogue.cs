using PartyCms.Kernel.Content;
using PartyCms.Kernel.Security;

namespace PartyCms.Kernel.Modularity;

/// <summary>The site's modules, each after those it depends on. Immutable; one for the life of the process.</summary>
public sealed class ModuleCatalogue
{
    private ModuleCatalogue(IReadOnlyList<CmsModule> modules)
    {
        Modules = modules;
        ContentTypes = modules.SelectMany(module => module.ContentTypes).ToDictionary(type => type.Name, StringComparer.Ordinal);
        Permissions = [.. modules.SelectMany(module => module.Permissions)];
    }

    /// <summary>The modules in order of start.</summary>
    public IReadOnlyList<CmsModule> Modules { get; }

    /// <summary>Content types of all modules, by name.</summary>
    public IReadOnlyDictionary<string, ContentType> ContentTypes { get; }

    /// <summary>Permissions of all modules.</summary>
    public IReadOnlyList<Permission> Permissions { get; }

    /// <summary>Orders the modules by their declared dependencies; otherwise the given order is kept.</summary>
    /// <exception cref="ModuleCatalogueException">A name stands twice, a dependency is missing or goes in a circle.</exception>
    public static ModuleCatalogue Create(IReadOnlyList<CmsModule> modules)
    {
        var byName = new Dictionary<string, CmsModule>(StringComparer.Ordinal);
        foreach (var module in modules)
        {
            if (!byName.TryAdd(module.Name, module))
            {
                throw new ModuleCatalogueException($"Module '{module.Name}' is listed twice. Remove one of its lines from SiteModules.");
            }
        }

        var ordered = new List<CmsModule>(modules.Count);
        var path = new List<string>();
        foreach (var module in modules)
        {
            Visit(module);
        }

        return new ModuleCatalogue(ordered);

        void Visit(CmsModule module)
        {
            if (ordered.Contains(module))
            {
                return;
            }

            if (path.Contains(module.Name))
            {
                var circle = string.Join(" -> ", path.SkipWhile(name => name != module.Name).Append(module.Name));
                throw new ModuleCatalogueException($"Modules depend on each other in a circle: {circle}. Remove one of these dependencies.");
            }

            path.Add(module.Name);
            foreach (var name in module.Dependencies)
            {
                Visit(byName.TryGetValue(name, out var dependency)
                    ? dependency
                    : throw new ModuleCatalogueException(
                        $"Module '{module.Name}' needs module '{name}', which is not listed. Add it to SiteModules or remove the dependency."));
            }

            path.RemoveAt(path.Count - 1);
            ordered.Add(module);
        }
    }
}
