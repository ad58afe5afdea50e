using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PartyCms.Kernel.Modularity;

namespace PartyCms.ArchitectureTests;

public sealed class TypeRules
{
    private static readonly string[] VagueEndings = ["Helper", "Manager", "Util", "Utils", "Base", "Impl", "Dto", "Common"];

    /// <summary>Types written by hand: neither the compiler's nor Razor's.</summary>
    private static IEnumerable<Type> Types(Assembly assembly) => assembly.GetTypes().Where(type =>
        !type.Name.Contains('<', StringComparison.Ordinal)
        && type.Namespace?.StartsWith("PartyCms", StringComparison.Ordinal) == true
        && !typeof(Microsoft.AspNetCore.Mvc.Razor.RazorPageBase).IsAssignableFrom(type));

    [Fact]
    public void Outside_of_contracts_only_the_door_of_a_module_is_public()
    {
        var strangers = Repository.Modules.SelectMany(Types).Where(type =>
            type.IsPublic
            && !typeof(CmsModule).IsAssignableFrom(type)
            && !typeof(TagHelper).IsAssignableFrom(type)
            && !typeof(ViewComponent).IsAssignableFrom(type)
            && !type.Name.EndsWith("Request", StringComparison.Ordinal)
            && !type.Namespace!.Contains(".Contracts", StringComparison.Ordinal));

        Assert.Equal([], strangers.Select(type => type.FullName));
    }

    [Fact]
    public void Classes_are_sealed_unless_something_derives_from_them()
    {
        var all = Repository.Modules.Append(Repository.Kernel).SelectMany(Types).ToList();
        var parents = all.Select(type => type.BaseType).OfType<Type>()
            .Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type).ToHashSet();

        Assert.NotEmpty(all);
        Assert.Equal([], all.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !parents.Contains(type))
            .Select(type => type.FullName));
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        var all = Repository.Modules.Append(Repository.Kernel).SelectMany(Types);

        // Framework base classes of Razor give "…Model" and "…TagHelper"; the rule is about our own nouns.
        Assert.Equal([], all.Where(type => VagueEndings.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal))
            && !typeof(TagHelper).IsAssignableFrom(type)).Select(type => type.FullName));
    }

    [Fact]
    public void There_are_no_controllers() =>
        Assert.Equal([], Repository.Modules.SelectMany(Types).Where(type => typeof(ControllerBase).IsAssignableFrom(type)).Select(type => type.Name));

    [Fact]
    public void Entity_configurations_are_internal_and_sealed()
    {
        var configurations = Repository.Modules.Append(Repository.Kernel).SelectMany(Types)
            .Where(type => type.GetInterfaces().Any(face =>
                face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>))).ToList();

        Assert.NotEmpty(configurations);
        Assert.Equal([], configurations.Where(type => type.IsPublic || !type.IsSealed).Select(type => type.Name));
    }

    [Fact]
    public void Requests_of_json_endpoints_are_public_because_only_those_are_validated() =>
        Assert.Equal([], Repository.Modules.SelectMany(Types)
            .Where(type => type.Name.EndsWith("Request", StringComparison.Ordinal) && !type.IsVisible).Select(type => type.Name));
}
