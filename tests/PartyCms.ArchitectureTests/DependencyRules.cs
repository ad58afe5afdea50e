using PartyCms.Kernel.Modularity;
using PartyCms.Web;

namespace PartyCms.ArchitectureTests;

public sealed class DependencyRules
{
    [Fact]
    public void The_kernel_references_no_other_project() =>
        Assert.Empty(Repository.References(Path.Combine(Repository.Root, "src/Cms/PartyCms.Kernel/PartyCms.Kernel.csproj")));

    [Theory]
    [InlineData("src/Cms/PartyCms.Data.Sqlite")]
    [InlineData("src/Cms/PartyCms.Data.PostgreSql")]
    public void A_database_provider_references_only_the_kernel(string folder)
    {
        var references = Repository.Projects(folder).SelectMany(Repository.References).ToList();

        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.Equal("PartyCms.Kernel", reference));
    }

    [Fact]
    public void A_theme_references_no_module()
    {
        var projects = Repository.Projects("src/Themes");

        Assert.NotEmpty(projects);
        Assert.Equal([], projects.SelectMany(Repository.References));
    }

    [Fact]
    public void A_module_references_only_the_modules_its_door_declares()
    {
        Assert.NotEmpty(SiteModules.All);
        foreach (var module in SiteModules.All)
        {
            var declared = module.Dependencies.Select(name => "PartyCms." + name).ToHashSet(StringComparer.Ordinal);
            var project = Path.Combine(Repository.Root, $"src/Modules/PartyCms.{module.Name}/PartyCms.{module.Name}.csproj");

            Assert.Equal([], Repository.References(project).Where(reference => !declared.Contains(reference)));
        }
    }

    [Fact]
    public void Every_module_of_the_source_tree_is_listed_in_the_host() =>
        Assert.Equal(
            Repository.Projects("src/Modules").Select(project => Path.GetFileNameWithoutExtension(project)!).Order(StringComparer.Ordinal),
            SiteModules.All.Select(module => "PartyCms." + module.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Modules_depend_on_each_other_without_a_circle() =>
        Assert.Equal(SiteModules.All.Count, ModuleCatalogue.Create(SiteModules.All).Modules.Count);

    [Fact]
    public void Modules_meet_only_through_contracts()
    {
        var crossing =
            from module in SiteModules.All
            from file in Repository.SourceFiles($"src/Modules/PartyCms.{module.Name}")
            from line in File.ReadLines(file)
            where line.StartsWith("using PartyCms.", StringComparison.Ordinal)
            let used = line["using ".Length..].TrimEnd(';')
            where !used.StartsWith("PartyCms.Kernel", StringComparison.Ordinal)
                && !used.StartsWith("PartyCms." + module.Name, StringComparison.Ordinal)
                && !used.Contains(".Contracts", StringComparison.Ordinal)
            select $"{Path.GetFileName(file)}: {line}";

        Assert.Equal([], crossing);
    }
}
