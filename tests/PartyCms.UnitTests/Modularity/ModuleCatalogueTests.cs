using PartyCms.Kernel.Modularity;

namespace PartyCms.UnitTests.Modularity;

public sealed class ModuleCatalogueTests
{
    [Fact]
    public void A_module_starts_after_those_it_depends_on()
    {
        var catalogue = ModuleCatalogue.Create([new Sample("News", "Organization"), new Sample("Organization")]);

        Assert.Equal(["Organization", "News"], catalogue.Modules.Select(module => module.Name));
    }

    [Fact]
    public void A_missing_dependency_is_named_with_the_remedy()
    {
        var fault = Assert.Throws<ModuleCatalogueException>(() => ModuleCatalogue.Create([new Sample("News", "Organization")]));

        Assert.Equal(
            "Module 'News' needs module 'Organization', which is not listed. Add it to SiteModules or remove the dependency.", fault.Message);
    }

    [Fact]
    public void A_circle_is_shown_whole()
    {
        var fault = Assert.Throws<ModuleCatalogueException>(
            () => ModuleCatalogue.Create([new Sample("A", "B"), new Sample("B", "C"), new Sample("C", "B")]));

        Assert.Contains("B -> C -> B", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_module_listed_twice_is_refused()
    {
        var fault = Assert.Throws<ModuleCatalogueException>(() => ModuleCatalogue.Create([new Sample("A"), new Sample("A")]));

        Assert.Contains("listed twice", fault.Message, StringComparison.Ordinal);
    }

    private sealed class Sample(string name, params string[] dependencies) : CmsModule
    {
        public override string Name => name;

        public override IReadOnlyList<string> Dependencies => dependencies;
    }
}
