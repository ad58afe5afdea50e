using System.Reflection;
using System.Xml.Linq;
using PartyCms.Kernel.Modularity;
using PartyCms.Web;

namespace PartyCms.ArchitectureTests;

/// <summary>The source tree and the compiled product, as the rules look at them.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<Assembly> Modules { get; } = [.. SiteModules.All.Select(module => module.GetType().Assembly)];

    public static Assembly Kernel { get; } = typeof(CmsModule).Assembly;

    public static IReadOnlyList<string> Projects(string folder) =>
        Directory.GetFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories);

    /// <summary>C# files below a folder, without generated ones.</summary>
    public static IReadOnlyList<string> SourceFiles(string folder) =>
    [
        .. Directory.GetFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal)),
    ];

    /// <summary>Names of the projects that a project file references.</summary>
    public static IReadOnlyList<string> References(string project) =>
    [
        .. XDocument.Load(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)),
    ];

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PartyCms.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return folder;
    }
}
