using System.Globalization;
using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Editing.Defined;

/// <summary>
/// Reads the fields that a definition names out of an editor's form and writes them into an item. Everything of the item
/// that the plan does not show stays as it is.
/// </summary>
internal sealed class DefinedFields(ContentDefinitions definitions, PlanEditor planner, Caller caller, SiteTime time, TimeProvider clock)
{
    private const string Prefix = "Fields[";

    private const int MostItems = 100;

    /// <summary>What was typed, by path and suffix.</summary>
    public static Dictionary<string, string?> Read(IFormCollection form, EditorPlan plan)
    {
        var typed = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, values) in form)
        {
            if (name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(']') && plan.Accepts(name[Prefix.Length..^1]))
            {
                // A check box is followed by a hidden "false" of the same name.
                typed[name[Prefix.Length..^1]] = values.Contains("true") ? "true" : values[^1];
            }
        }

        return typed;
    }

    /// <summary>The plan of a type's editor.</summary>
    public EditorPlan Plan(ContentType type) => planner.Plan(type);

    /// <summary>Writes what was typed.</summary>
    public void Apply(JsonObject parts, EditorPlan plan, IReadOnlyDictionary<string, string?> typed) => Apply(parts, plan, typed, "");

    /// <summary>The items of a bag as the form shows them: those typed, else those stored.</summary>
    public static IReadOnlyList<BagRow> Rows(ContentFieldsModel form, string bag)
    {
        var list = bag + ".ContentItems";
        if (form.Typed(list + ContentFieldsModel.ListSuffix) is null)
        {
            return [.. (form.Parts.Find(list) as JsonArray ?? []).Select((node, place) => (Item: node as JsonObject, place))
                .Where(entry => entry.Item is not null)
                .Select(entry => new BagRow(
                    entry.place, entry.Item!.Text("ContentItemId") ?? "", entry.Item!.Text("ContentType") ?? "", $"{list}[{entry.place}]"))];
        }

        return [.. Places(form.TypedBelow(list + "["), list)
            .Select(place => new BagRow(
                place, form.Typed($"{list}[{place}].ContentItemId") ?? "", form.Typed($"{list}[{place}].ContentType") ?? "", $"{list}[{place}]"))];
    }

    /// <summary>Adds an empty item to a bag of the form; false where the bag does not take its type.</summary>
    public bool AddRow(Dictionary<string, string?> typed, EditorPlan plan, string bag, string typeName, int stored)
    {
        var part = plan.Parts.FirstOrDefault(one => one.IsBag && one.Name == bag);
        if (part is null || !ContainedTypes(part.Part).Any(type => type.Name == typeName))
        {
            return false;
        }

        var list = bag + ".ContentItems";
        typed[list + ContentFieldsModel.ListSuffix] = "1";
        var place = Places(typed.Keys, list).DefaultIfEmpty(stored - 1).Max() + 1;
        typed[$"{list}[{place}].ContentItemId"] = ContentIds.New();
        typed[$"{list}[{place}].ContentType"] = typeName;
        typed[$"{list}[{place}].Order"] = (place + 1).ToString(CultureInfo.InvariantCulture);
        return place < MostItems;
    }

    /// <summary>The types a bag takes.</summary>
    public IEnumerable<ContentType> ContainedTypes(ContentTypePart bag)
    {
        var names = Names(bag, "ContainedContentTypes");
        var stereotypes = Names(bag, "ContainedStereotypes");
        return definitions.Types.Values.Where(type =>
            names.Contains(type.Name) || (type.Definition!.Stereotype is { Length: > 0 } stereotype && stereotypes.Contains(stereotype)));
    }

    private static HashSet<string> Names(ContentTypePart bag, string setting) =>
        [.. (bag.Settings.Find($"BagPartSettings.{setting}") as JsonArray ?? []).OfType<JsonValue>().Select(value => value.ToString())];

    private static IEnumerable<int> Places(IEnumerable<string> keys, string list) => keys
        .Where(key => key.StartsWith(list + "[", StringComparison.Ordinal) && key.EndsWith("].ContentType", StringComparison.Ordinal))
        .Select(key => int.TryParse(
            key.AsSpan(list.Length + 1, key.Length - list.Length - "[].ContentType".Length), NumberStyles.None,
            CultureInfo.InvariantCulture, out var place) ? place : -1)
        .Where(place => place is >= 0 and < MostItems).Order();

    private void Apply(JsonObject parts, EditorPlan plan, IReadOnlyDictionary<string, string?> typed, string prefix)
    {
        foreach (var part in plan.Parts)
        {
            var path = prefix + part.Name;
            if (part.IsBag)
            {
                ApplyBag(parts, part, typed, path);
            }
            else if (part.Property is { } property && typed.TryGetValue($"{path}.{property}", out var text))
            {
                SetOwn(parts, part, property, text?.Trim() ?? "");
            }

            foreach (var field in part.Fields)
            {
                var place = $"{path}.{field.Name}";
                if (typed.Keys.Any(key => key.StartsWith(place + ".", StringComparison.Ordinal)))
                {
                    var holder = Holder(parts, part.Name);
                    var value = FieldForm.Read(field, holder[field.Name] as JsonObject, typed, place, time);
                    if (value.Count > 0 || holder[field.Name] is not null)
                    {
                        holder[field.Name] = value;
                    }
                }
            }
        }
    }

    private static void SetOwn(JsonObject parts, PlannedPart part, string property, string text)
    {
        var holder = Holder(parts, part.Name);
        if (text.Length == 0)
        {
            holder.Remove(property);
        }
        else
        {
            holder[property] = part.Part.PartName == StandardParts.HtmlBody ? FieldForm.Html(text) : text.ReplaceLineEndings("\n");
        }
    }

    private static JsonObject Holder(JsonObject parts, string name)
    {
        if (parts[name] is not JsonObject holder)
        {
            parts[name] = holder = [];
        }

        return holder;
    }

    // An item is known by its id, not by its place: what the form does not show of it is taken from the stored one.
    private void ApplyBag(JsonObject parts, PlannedPart part, IReadOnlyDictionary<string, string?> typed, string path)
    {
        var list = path + ".ContentItems";
        if (!typed.ContainsKey(list + ContentFieldsModel.ListSuffix))
        {
            return;
        }

        var holder = Holder(parts, part.Name);
        var stored = (holder["ContentItems"] as JsonArray ?? []).OfType<JsonObject>()
            .Where(item => item.Text("ContentItemId") is { Length: > 0 })
            .DistinctBy(item => item.Text("ContentItemId")).ToDictionary(item => item.Text("ContentItemId")!, StringComparer.Ordinal);
        var allowed = ContainedTypes(part.Part).Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        var items = new List<(decimal Order, JsonObject Item)>();
        foreach (var place in Places(typed.Keys, list))
        {
            var row = $"{list}[{place}]";
            var id = typed.GetValueOrDefault(row + ".ContentItemId") ?? "";
            var typeName = typed[row + ".ContentType"] ?? "";
            if (typed.GetValueOrDefault(row + ".Remove") == "true"
                || (!stored.ContainsKey(id) && (!allowed.Contains(typeName) || !ContentIds.IsWellFormed(id))))
            {
                continue;
            }

            var item = stored.TryGetValue(id, out var old) ? old.DeepClone().AsObject() : NewItem(id, typeName);
            if (definitions.FindType(item.Text("ContentType") ?? "") is { } type)
            {
                Apply(item, planner.PlanInside(type), typed, row + ".");
                if (item.Text(ContentParts.Title) is { Length: > 0 } title)
                {
                    item["DisplayText"] = title;
                }
            }

            items.Add((decimal.TryParse(
                typed.GetValueOrDefault(row + ".Order"), CultureInfo.InvariantCulture, out var order) ? order : place + 1, item));
        }

        if (items.Count > 0 || holder["ContentItems"] is not null)
        {
            holder["ContentItems"] = new JsonArray([.. items.OrderBy(entry => entry.Order).Select(entry => (JsonNode)entry.Item)]);
        }
    }

    private JsonObject NewItem(string id, string typeName)
    {
        var now = ContentJson.Format(clock.GetUtcNow());
        return new JsonObject
        {
            ["ContentItemId"] = id,
            ["ContentItemVersionId"] = null,
            ["ContentType"] = typeName,
            ["DisplayText"] = null,
            ["Latest"] = false,
            ["Published"] = false,
            ["ModifiedUtc"] = now,
            ["PublishedUtc"] = null,
            ["CreatedUtc"] = now,
            ["Owner"] = caller.Id,
            ["Author"] = caller.Name,
        };
    }
}
