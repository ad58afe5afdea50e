using System.Text.Json.Nodes;

namespace PartyCms.Kernel.Recipes;

/// <summary>A recipe file as read: its head, its variables, and its steps as they stand in it.</summary>
/// <param name="Name">Its name, or empty.</param>
/// <param name="DisplayName">Its name for people; the name where it has none.</param>
/// <param name="Variables">Variables for scripts.</param>
/// <param name="Steps">Steps in their order.</param>
public sealed record RecipeFile(string Name, string DisplayName, JsonObject Variables, IReadOnlyList<RecipeFileStep> Steps);

/// <summary>One step of a recipe file.</summary>
/// <param name="Number">Place in the file, from 1.</param>
/// <param name="Name">Its name as written.</param>
/// <param name="Json">The step.</param>
public sealed record RecipeFileStep(int Number, string Name, JsonObject Json);
