namespace PartyCms.Kernel.Web;

/// <summary>
/// Marks the one page that is asked about an address which nothing else of the site answers. It gets the address as the
/// route value <c>path</c>, without leading slash, and answers 404 where it knows nothing either. It is no route: it
/// stands behind every page, file and API, and changes none of their answers. The module adds the mark, as metadata, to
/// the page's route, which must not be matched by itself.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FallbackPageAttribute : Attribute;
