namespace PartyCms.Kernel.Web;

/// <summary>
/// A script of a module that every public page loads as an ES module. The page must do without it, and it must be small:
/// what few visitors need it imports by itself.
/// </summary>
public interface IMicrositeScript
{
    /// <summary>
    /// Path of a static file without leading slash, such as <c>_content/PartyCms.WeChat/js/wechat.js</c>; null where it is
    /// not needed now.
    /// </summary>
    string? Path { get; }
}
