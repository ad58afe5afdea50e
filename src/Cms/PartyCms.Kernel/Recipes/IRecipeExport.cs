using System.Text.Json;

namespace PartyCms.Kernel.Recipes;

/// <summary>What an export shall hold.</summary>
/// <param name="Types">Only the definitions and items of these content types; null is the whole site.</param>
/// <param name="WithFiles">Whether the pictures and other files that the items show come along.</param>
public sealed record ExportScope(IReadOnlySet<string>? Types, bool WithFiles = true)
{
    /// <summary>Whether everything is wanted, not a choice of types.</summary>
    public bool IsWholeSite => Types is null;

    /// <summary>Whether a type belongs to it.</summary>
    public bool Includes(string contentType) => Types?.Contains(contentType) != false;
}

/// <summary>Gives a part of the site out as steps of a recipe. Never accounts, secrets or personal data.</summary>
public interface IRecipeExport
{
    /// <summary>Place among the steps, ascending: features and definitions 0, the tree 10, settings 30, files 90, content 100.</summary>
    int Position { get; }

    /// <summary>Writes its steps, each an object, into the open list of steps. Long ones flush as they go.</summary>
    Task WriteAsync(Utf8JsonWriter steps, ExportScope scope, CancellationToken cancellationToken);
}
