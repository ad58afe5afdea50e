namespace PartyCms.Kernel.Recipes;

/// <summary>The files that came with a recipe: in the same archive, or in its folder.</summary>
public interface IRecipeFiles
{
    /// <summary>The bytes of a file, or null where there is none, it is too large, or the path leads out.</summary>
    /// <param name="path">Path as the recipe writes it, relative to the recipe.</param>
    byte[]? Read(string path);
}

/// <summary>A recipe that came alone.</summary>
public sealed class NoRecipeFiles : IRecipeFiles
{
    /// <inheritdoc />
    public byte[]? Read(string path) => null;
}
