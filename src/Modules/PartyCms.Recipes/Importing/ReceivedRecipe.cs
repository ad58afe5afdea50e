using PartyCms.Kernel.Recipes;
using PartyCms.Kernel.Web;

namespace PartyCms.Recipes.Importing;

/// <summary>A recipe as it was sent: a JSON file alone, or a zip archive with its files.</summary>
internal sealed record ReceivedRecipe(ReadOnlyMemory<byte> File, IRecipeFiles Files)
{
    /// <summary>Largest file or archive taken over HTTP, in bytes.</summary>
    public const int Largest = 32 * 1024 * 1024;

    /// <summary>Tells a file from an archive by its bytes.</summary>
    /// <returns>Null where it is an archive that cannot be read or holds no single recipe.</returns>
    public static ReceivedRecipe? Of(byte[] bytes) =>
        !RecipeArchive.IsArchive(bytes) ? new ReceivedRecipe(bytes, new NoRecipeFiles())
        : RecipeArchive.Open(bytes) is { } archive ? new ReceivedRecipe(archive.Recipe, archive)
        : null;

    /// <summary>The bytes of a request: its one file where it is a form, else its body. Null where there are too many.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(cancellationToken);
            return form.Files.Count == 1 ? await ReadAsync(form.Files[0], cancellationToken) : [];
        }

        return await BoundedBody.ReadAsync(request, Largest, cancellationToken);
    }

    /// <summary>The bytes of an uploaded file, or null where it is too large.</summary>
    public static async Task<byte[]?> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        if (file.Length > Largest)
        {
            return null;
        }

        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
