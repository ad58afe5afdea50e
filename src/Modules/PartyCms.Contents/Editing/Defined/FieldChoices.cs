using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;
using PartyCms.Organization.Contracts;

namespace PartyCms.Contents.Editing.Defined;

/// <summary>
/// What the pickers of the editor offer. Other items are offered once readers may see them; people only to who may see
/// their branch's roster.
/// </summary>
internal sealed class FieldChoices(CmsDbContext db, ContentDefinitions definitions, ContentAccess access, VisibleMembers members)
{
    /// <summary>Most items offered at once; the rest is found by their title.</summary>
    public const int MostItems = 50;

    private const int MostTerms = 1000;

    /// <summary>Items a field may point to, last changed first.</summary>
    public async Task<IReadOnlyList<FieldChoice>> ItemsAsync(
        ContentFieldDefinition field, string? search, CancellationToken cancellationToken)
    {
        var types = TypesOf(field);
        var items = db.Set<ContentItem>().AsNoTracking();
        var found = items.Where(item => item.Latest && types.Contains(item.ContentType)
            && items.Any(live => live.ContentItemId == item.ContentItemId && live.Published));
        if (search?.Trim() is { Length: > 0 } text)
        {
            found = found.Where(item => item.DisplayText!.Contains(text));
        }

        return await found.OrderByDescending(item => item.ModifiedUtc).ThenByDescending(item => item.Id).Take(MostItems)
            .Select(item => new FieldChoice(item.ContentItemId, item.DisplayText ?? "", 0)).ToListAsync(cancellationToken);
    }

    /// <summary>The chosen items in their order; one the caller may not see bears no title.</summary>
    public async Task<IReadOnlyList<FieldChoice>> ChosenItemsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var rows = await db.Set<ContentItem>().AsNoTracking()
            .Where(item => ids.Contains(item.ContentItemId) && (item.Published || item.Latest))
            .Select(item => new { item.ContentItemId, item.DisplayText, item.ContentType, item.OrgUnitId, item.Published })
            .ToListAsync(cancellationToken);
        var chosen = new List<FieldChoice>(ids.Count);
        foreach (var id in ids)
        {
            var row = rows.Where(one => one.ContentItemId == id).OrderByDescending(one => one.Published).FirstOrDefault();
            var isVisible = row is not null
                && (row.Published || await access.CanEditAsync(row.ContentType, row.OrgUnitId, cancellationToken));
            chosen.Add(new FieldChoice(id, isVisible ? row!.DisplayText ?? "" : "看不到的内容"));
        }

        return chosen;
    }

    /// <summary>Terms of the field's taxonomy, each below its parent.</summary>
    public async Task<IReadOnlyList<FieldChoice>> TermsAsync(ContentFieldDefinition field, CancellationToken cancellationToken)
    {
        var id = field.Setting("TaxonomyContentItemId") is JsonValue value ? value.ToString() : "";
        var taxonomy = await db.Set<ContentItem>().AsNoTracking()
            .Where(item => item.ContentItemId == id && (item.Published || item.Latest))
            .OrderByDescending(item => item.Published).FirstOrDefaultAsync(cancellationToken);
        var terms = new List<FieldChoice>();
        Gather(taxonomy?.Parts.Find("TaxonomyPart.Terms") as JsonArray, 0, terms);
        return terms;
    }

    /// <summary>People the caller may see, by name.</summary>
    public Task<IReadOnlyList<VisibleMember>> PeopleAsync(CancellationToken cancellationToken) => members.ListAsync(cancellationToken);

    private static void Gather(JsonArray? items, int depth, List<FieldChoice> terms)
    {
        foreach (var term in (items ?? []).OfType<JsonObject>())
        {
            if (term.Text("ContentItemId") is { Length: > 0 } id && terms.Count < MostTerms)
            {
                terms.Add(new FieldChoice(id, term.Text("DisplayText") ?? term.Text(ContentParts.Title) ?? "", depth));
                Gather(term["Terms"] as JsonArray, depth + 1, terms);
            }
        }
    }

    private List<string> TypesOf(ContentFieldDefinition field)
    {
        var isAll = field.Setting("DisplayAllContentTypes") is JsonValue all && all.TryGetValue<bool>(out var flag) && flag;
        var names = Texts(field, "DisplayedContentTypes");
        var stereotypes = Texts(field, "DisplayedStereotypes");
        return [.. definitions.Types.Values.Where(type => names.Contains(type.Name)
                || (type.Definition!.Stereotype is var stereotype && (stereotype.Length == 0 ? isAll : stereotypes.Contains(stereotype))))
            .Select(type => type.Name)];
    }

    private static HashSet<string> Texts(ContentFieldDefinition field, string setting) =>
        [.. (field.Setting(setting) as JsonArray ?? []).OfType<JsonValue>().Select(value => value.ToString())];
}
