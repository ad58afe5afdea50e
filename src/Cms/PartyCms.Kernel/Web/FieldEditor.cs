using PartyCms.Kernel.Content.Definitions;

namespace PartyCms.Kernel.Web;

/// <summary>
/// Model of the view that edits one field. It is looked for under <c>/Pages/Shared/ContentFields/</c>:
/// <c>{Part}.{Field}</c>, then <c>{FieldName}-{Editor}</c>, then <c>{FieldName}</c>, and last the one that comes along.
/// </summary>
/// <param name="Field">Its definition.</param>
/// <param name="Path">Where its value stands in the item, such as <c>Leaflet.Note</c>.</param>
/// <param name="PartName">Name of the part's definition.</param>
/// <param name="Form">What is stored, typed and wrong.</param>
public sealed record FieldEditor(ContentFieldDefinition Field, string Path, string PartName, ContentFieldsModel Form)
{
    /// <summary>What is wrong with it, or null.</summary>
    public string? Problem => Form.ProblemBelow(Path);

    /// <summary>Id of the element that tells the problem.</summary>
    public string ProblemId => ContentFieldsModel.ProblemId(Path);

    /// <summary>Id of the element that tells the hint.</summary>
    public string HintId => ContentFieldsModel.Id(Path) + "-hint";

    /// <summary>Ids for <c>aria-describedby</c>, or null.</summary>
    public string? DescribedBy => string.Join(' ', new[] { Field.Hint is null ? null : HintId, Problem is null ? null : ProblemId }
        .Where(id => id is not null)) is { Length: > 0 } ids ? ids : null;

    /// <summary>Value of <c>aria-invalid</c>, or null.</summary>
    public string? Invalid => Problem is null ? null : "true";

    /// <summary>Class of an input that is wrong, or empty.</summary>
    public string InvalidClass => Problem is null ? "" : "is-invalid";

    /// <summary>Path of a property of its value.</summary>
    public string PathOf(string property) => $"{Path}.{property}";

    /// <summary>Name of the input of a property.</summary>
    public string Name(string property) => ContentFieldsModel.Name(PathOf(property));

    /// <summary>Id of the input of a property.</summary>
    public string Id(string property) => ContentFieldsModel.Id(PathOf(property));

    /// <summary>What the input of a property shows.</summary>
    public string Value(string property) => Form.Value(PathOf(property));
}
