using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Content.Fields;

namespace PartyCms.Contents.Editing.Defined;

/// <summary>
/// Which parts and fields of a type the editor shows by their definitions, and which values of a form it takes. What an
/// article has, and what a module edits by a view of its own, is not among them.
/// </summary>
internal sealed class EditorPlan
{
    private static readonly HashSet<string> OfArticles = new(StringComparer.Ordinal)
    {
        StandardParts.Title, StandardParts.Autoroute, StandardParts.Branch, StandardParts.HtmlBody, StandardParts.PublishLater,
        StandardParts.ArchiveLater,
    };

    /// <summary>Parts that panels of the editor show for every type.</summary>
    private static readonly HashSet<string> OfPanels = new(StringComparer.Ordinal)
    {
        StandardParts.Branch, StandardParts.PublishLater, StandardParts.ArchiveLater, "AuditTrailPart", "CorrectionPart",
    };

    private static readonly Dictionary<string, string> Properties = new(StringComparer.Ordinal)
    {
        [StandardParts.Title] = "Title",
        [StandardParts.HtmlBody] = "Html",
        [StandardParts.MarkdownBody] = "Markdown",
        [StandardParts.Autoroute] = "Path",
        [StandardParts.Alias] = "Alias",
        [StandardParts.Bag] = "ContentItems",
    };

    private EditorPlan(bool isArticle, TitleOptions titles, IReadOnlyList<PlannedPart> parts)
    {
        IsArticle = isArticle;
        Titles = titles;
        Parts = parts;
    }

    /// <summary>Whether it is a type of ours with title, body, cover and summary.</summary>
    public bool IsArticle { get; }

    /// <summary>The parts in order, also those that are only kept.</summary>
    public IReadOnlyList<PlannedPart> Parts { get; }

    /// <summary>Whether the title is asked for; else the item is named by its lists only.</summary>
    public bool HasTitle => IsArticle || Parts.Any(part => part.Part.PartName == StandardParts.Title && part.Property is not null);

    /// <summary>How items come by their title.</summary>
    public TitleOptions Titles { get; }

    /// <summary>Whether a form without title is refused; a pattern makes one where it may.</summary>
    public bool NeedsTitle => HasTitle && (IsArticle || Titles.Pattern is null || Titles.IsRequired);

    /// <summary>Whether a pattern makes every title.</summary>
    public bool MakesTitle => Titles is { IsGenerated: true, Pattern: not null };

    /// <summary>Plans the editor of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="definitions">Parts of the site, by name.</param>
    /// <param name="shownElsewhere">Fields that a view of the type's own edits, as <c>Part.Field</c>.</param>
    /// <param name="isContained">Whether the item stands in a bag, where it has no address and no panels of its own.</param>
    public static EditorPlan For(
        ContentType type, IReadOnlyDictionary<string, ContentPartDefinition> definitions, IReadOnlySet<string> shownElsewhere,
        bool isContained = false)
    {
        var isArticle = type.PathPrefix.Length > 0 && !isContained;
        var parts = from part in type.Definition!.PartsByPosition
                    where isContained ? part.PartName != StandardParts.Autoroute : !isArticle || !OfArticles.Contains(part.PartName)
                    let definition = definitions.GetValueOrDefault(part.PartName)
                    let fields = (definition?.FieldsByPosition ?? []).ToLookup(field => shownElsewhere.Contains($"{part.Name}.{field.Name}"))
                    let edited = fields[false].Where(field => FieldKind.Find(field.FieldName) is not null && IsPlain(field.Name))
                    select new PlannedPart(part, NameOf(part, definition), PropertyOf(part), IsPlain(part.Name) ? [.. edited] : [])
                    {
                        IsElsewhere = OfPanels.Contains(part.PartName) || fields[true].Any(),
                    };
        return new EditorPlan(isArticle, TitleOptions.Of(type), [.. parts]);
    }

    /// <summary>Whether a value of a form belongs to a planned part or field.</summary>
    public bool Accepts(string key) => Parts.Any(part => part.IsEdited && key.StartsWith(part.Name + ".", StringComparison.Ordinal)
        && (IsOwn(part, key.AsSpan(part.Name.Length + 1))
            || part.Fields.Any(field => key.StartsWith($"{part.Name}.{field.Name}.", StringComparison.Ordinal))));

    private static bool IsOwn(PlannedPart part, ReadOnlySpan<char> rest) => part.Property is { } property
        && rest.StartsWith(property, StringComparison.Ordinal)
        && (rest.Length == property.Length || (part.IsBag && rest[property.Length] is '[' or ':'));

    private static string? PropertyOf(ContentTypePart part) => !IsPlain(part.Name) ? null
        : part.PartName == StandardParts.Title
            && TitleOptions.Of(part).IsGenerated ? null
        : Properties.GetValueOrDefault(part.PartName);

    private static string NameOf(ContentTypePart part, ContentPartDefinition? definition) =>
        part.DisplayName is { Length: > 0 } name ? name
        : part.Name != part.PartName || definition is null ? part.Name
        : definition.DisplayName;

    // A name that is no word cannot stand in a path; such parts and fields are kept and not edited.
    private static bool IsPlain(string name) => name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-');
}
