using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;

namespace PartyCms.Kernel.Modularity;

/// <summary>
/// The door of a module: everything the rest of the site may know about it. The host lists the modules in one file;
/// their order of start follows <see cref="Dependencies" />.
/// </summary>
public abstract class CmsModule
{
    /// <summary>Unique name, also the prefix of its tables and permissions, such as <c>News</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Names of the modules whose contracts this one uses; each must be listed in the host.</summary>
    public virtual IReadOnlyList<string> Dependencies => [];

    /// <summary>What its users may be allowed to do, and which roles may from the start.</summary>
    public virtual IReadOnlyList<Permission> Permissions => [];

    /// <summary>Content types it brings.</summary>
    public virtual IReadOnlyList<ContentType> ContentTypes => [];

    /// <summary>Parts it brings: field definitions of its types, or parts it gives a meaning.</summary>
    public virtual IReadOnlyList<ContentPartDefinition> ContentParts => [];

    /// <summary>Entries of the administration menu; one whose permission the caller lacks is not shown.</summary>
    public virtual IReadOnlyList<AdminMenuItem> AdminMenu => [];

    /// <summary>Kinds of refusal its JSON endpoints give; the site explains each at its address.</summary>
    public virtual IReadOnlyList<ProblemKind> Problems => [];

    /// <summary>Registers services. Called once, before the host is built, dependencies first.</summary>
    public virtual void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    /// <summary>Adds its entities to the one model; by default every configuration of its assembly.</summary>
    public virtual void ConfigureModel(ModelBuilder model) =>
        model.ApplyConfigurationsFromAssembly(GetType().Assembly);

    /// <summary>Maps its endpoints; its Razor Pages map themselves.</summary>
    public virtual void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
