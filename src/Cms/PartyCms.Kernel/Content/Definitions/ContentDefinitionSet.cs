using System.Text.Json.Nodes;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Security;

namespace PartyCms.Kernel.Content.Definitions;

/// <summary>All types and parts of the site at one moment: what the modules declare, with what is stored laid over it. Immutable.</summary>
internal sealed class ContentDefinitionSet
{
    private ContentDefinitionSet(Dictionary<string, ContentType> types, Dictionary<string, ContentPartDefinition> parts)
    {
        Types = types;
        Parts = parts;
    }

    public IReadOnlyDictionary<string, ContentType> Types { get; }

    public IReadOnlyDictionary<string, ContentPartDefinition> Parts { get; }

    /// <summary>Puts the set together. A stored definition takes the place of a declared one of the same name.</summary>
    public static ContentDefinitionSet Compose(
        ModuleCatalogue modules, IEnumerable<ContentTypeDefinition> storedTypes, IEnumerable<ContentPartDefinition> storedParts)
    {
        var parts = new Dictionary<string, ContentPartDefinition>(StringComparer.Ordinal);
        foreach (var part in (IEnumerable<ContentPartDefinition>)
            [.. StandardParts.All, .. modules.Modules.SelectMany(module => module.ContentParts), .. storedParts])
        {
            parts[part.Name] = part;
        }

        var types = new Dictionary<string, ContentType>(StringComparer.Ordinal);
        foreach (var type in modules.ContentTypes.Values)
        {
            types[type.Name] = type.Definition is null ? type with { Definition = Declared(type, parts) } : type;
        }

        foreach (var stored in storedTypes)
        {
            types[stored.Name] = types.TryGetValue(stored.Name, out var declared)
                ? declared with { DisplayName = stored.DisplayName, Definition = stored }
                : Stored(stored);
        }

        return new(types, parts);
    }

    // What every article of ours has; its own part is there where the module declares one.
    private static ContentTypeDefinition Declared(ContentType type, Dictionary<string, ContentPartDefinition> parts)
    {
        string[] names = [StandardParts.Title, StandardParts.Autoroute, StandardParts.Branch, StandardParts.Article, StandardParts.HtmlBody];
        var own = type.Name + "Part";
        return new ContentTypeDefinition
        {
            Name = type.Name,
            DisplayName = type.DisplayName,
            Settings = new JsonObject
            {
                ["ContentTypeSettings"] = new JsonObject
                {
                    ["Creatable"] = true, ["Listable"] = true, ["Draftable"] = true, ["Versionable"] = true, ["Securable"] = true,
                },
            },
            Parts = [.. names.Concat(parts.ContainsKey(own) ? [own] : []).Select((name, position) => new ContentTypePart(name, name, new JsonObject
            {
                ["ContentTypePartSettings"] = new JsonObject { ["Position"] = $"{position}" },
            }))],
        };
    }

    // Whoever writes for a branch may write what belongs to a branch; all else is the platform's.
    private static ContentType Stored(ContentTypeDefinition definition)
    {
        var needsBranch = definition.Settings.Flag("PartyTypeSettings.NeedsBranch");
        return new ContentType(
            definition.Name, definition.DisplayName, "",
            needsBranch ? KernelPermissions.EditBranchContent : KernelPermissions.EditContent,
            needsBranch ? KernelPermissions.PublishBranchContent : KernelPermissions.PublishContent,
            needsBranch)
        {
            Definition = definition,
        };
    }
}
