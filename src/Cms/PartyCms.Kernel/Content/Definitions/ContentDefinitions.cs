using System.Text.Json.Nodes;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Modularity;

namespace PartyCms.Kernel.Content.Definitions;

/// <summary>
/// The content types and parts of the site: those the modules declare and those that came by recipe or were made in the
/// administration. A change is seen at once within its own scope, and by everybody after <see cref="Flush" />.
/// </summary>
public sealed class ContentDefinitions(CmsDbContext db, ModuleCatalogue modules, DefinitionSnapshot snapshot, TimeProvider clock)
{
    private ContentDefinitionSet? _changed;

    /// <summary>All types, by name.</summary>
    public IReadOnlyDictionary<string, ContentType> Types => Current.Types;

    /// <summary>All parts, by name.</summary>
    public IReadOnlyDictionary<string, ContentPartDefinition> Parts => Current.Parts;

    private ContentDefinitionSet Current => _changed ?? snapshot.Current;

    /// <summary>The type of a name, or null.</summary>
    public ContentType? FindType(string name) => Current.Types.GetValueOrDefault(name);

    /// <summary>The fields an item of a type may have, with the name of the part that holds them.</summary>
    public IEnumerable<(ContentTypePart Part, ContentFieldDefinition Field)> FieldsOf(ContentType type) =>
        from part in type.Definition!.PartsByPosition
        from field in Parts.GetValueOrDefault(part.PartName)?.FieldsByPosition ?? []
        select (part, field);

    /// <summary>Whether a type or part is declared by a module, so that it can be changed but not removed.</summary>
    public bool IsDeclared(string name) =>
        modules.ContentTypes.ContainsKey(name)
        || StandardParts.All.Any(part => part.Name == name)
        || modules.Modules.Any(module => module.ContentParts.Any(part => part.Name == name));

    /// <summary>What a module declares of a type, without what is stored over it; null where no module brings it.</summary>
    public ContentTypeDefinition? FindDeclaredType(string name) => snapshot.Declared.Types.GetValueOrDefault(name)?.Definition;

    /// <summary>What the CMS or a module declares of a part, without what is stored over it; or null.</summary>
    public ContentPartDefinition? FindDeclaredPart(string name) => snapshot.Declared.Parts.GetValueOrDefault(name);

    /// <summary>Stores types and parts in place of those of the same names. Joins the caller's transaction.</summary>
    public async Task PutAsync(
        IReadOnlyList<ContentTypeDefinition> types, IReadOnlyList<ContentPartDefinition> parts, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            await PutAsync(part.Name, isPart: true, DefinitionJson.Write(part), cancellationToken);
        }

        foreach (var type in types)
        {
            await PutAsync(type.Name, isPart: false, DefinitionJson.Write(type), cancellationToken);
        }

        await SaveAsync(cancellationToken);
    }

    /// <summary>
    /// Removes stored types and parts; a declared one goes back to what its module says. Items stay as they are.
    /// Joins the caller's transaction.
    /// </summary>
    public async Task RemoveAsync(
        IReadOnlyList<string> types, IReadOnlyList<string> parts, CancellationToken cancellationToken)
    {
        var rows = await db.Set<StoredDefinition>()
            .Where(row => row.IsPart ? parts.Contains(row.Name) : types.Contains(row.Name)).ToListAsync(cancellationToken);
        db.RemoveRange(rows);
        await SaveAsync(cancellationToken);
    }

    /// <summary>Lets every request of this node see the change. Called after the commit.</summary>
    public void Flush()
    {
        if (_changed is { } set)
        {
            snapshot.Use(set);
            _changed = null;
        }
    }

    /// <summary>Forgets a change that was rolled back.</summary>
    public void Forget() => _changed = null;

    private async Task PutAsync(string name, bool isPart, JsonObject json, CancellationToken cancellationToken)
    {
        var row = await db.Set<StoredDefinition>().FindAsync([isPart, name], cancellationToken);
        if (row is null)
        {
            row = new StoredDefinition { Name = name, IsPart = isPart, Json = "" };
            db.Add(row);
        }

        row.Json = json.ToJsonString(ContentJson.Options);
        row.ChangedUtc = clock.GetUtcNow();
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        _changed = await DefinitionSnapshot.ReadAsync(db, modules, cancellationToken);
    }
}
