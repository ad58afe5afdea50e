namespace PartyCms.Kernel.Web;

/// <summary>
/// Marks a page that everybody may read and that looks the same for every visitor who is not signed in: it is kept whole
/// and served from memory until something it shows changes. Such a page names what it shows by
/// <see cref="PublicPageExtensions.TagPublicPage" />.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicPageAttribute : Attribute;
