using Microsoft.Extensions.Caching.Memory;
using PartyCms.Kernel.Security;

namespace PartyCms.Recipes.Importing;

/// <summary>A file somebody has sent for a check and may import next.</summary>
/// <param name="FileName">Its name, for the page.</param>
/// <param name="Bytes">The file.</param>
internal sealed record HeldRecipe(string FileName, byte[] Bytes);

/// <summary>
/// Holds the file of a check for a while, so that the import needs no second upload. One file a person; on another node
/// or after a restart it is gone, and the person chooses it again.
/// </summary>
internal sealed class HeldRecipes(IMemoryCache memory, Caller caller)
{
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(20);

    public void Hold(HeldRecipe recipe) => memory.Set(Key, recipe, Held);

    public HeldRecipe? Find() => memory.Get<HeldRecipe>(Key);

    public void Drop() => memory.Remove(Key);

    private (Type, string?) Key => (typeof(HeldRecipes), caller.Id);
}
