namespace PartyCms.Kernel.Recipes;

/// <summary>What the steps of the present import may reach beside the file itself.</summary>
public sealed class RecipeSurroundings
{
    private static readonly NoRecipeFiles None = new();

    private readonly List<Action> _atEnd = [];

    private readonly Dictionary<string, string> _filePaths = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an import is running in this scope.</summary>
    public bool IsImporting { get; private set; }

    /// <summary>The files that came with the recipe.</summary>
    public IRecipeFiles Files { get; private set; } = None;

    /// <summary>Where the files of the recipe stand in the library, by the paths the recipe gives them.</summary>
    public IReadOnlyDictionary<string, string> FilePaths => _filePaths;

    /// <summary>Tells where a file of the recipe stands in the library, or will.</summary>
    public void Place(string recipePath, string libraryPath)
    {
        ArgumentNullException.ThrowIfNull(recipePath);
        _filePaths[recipePath.TrimStart('/')] = libraryPath;
    }

    /// <summary>
    /// Has something done when the import is over, whether it was kept or taken back: forgetting what was remembered of
    /// rows that nobody else has seen yet.
    /// </summary>
    public void AtEnd(Action act) => _atEnd.Add(act);

    internal void Begin(IRecipeFiles files) => (IsImporting, Files) = (true, files);

    internal void End()
    {
        (IsImporting, Files) = (false, None);
        _atEnd.ForEach(act => act());
        _atEnd.Clear();
        _filePaths.Clear();
    }
}
