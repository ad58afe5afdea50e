using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace PartyCms.Kernel.Web;

/// <summary>
/// What the administration tells after an act, on the page that follows the redirect. It is kept in the protected
/// temporary data, so nobody can make a link that says it.
/// </summary>
public static class AdminToast
{
    private const string MessageKey = "toast";

    private const string LinkKey = "toast-link";

    private const string SavedKey = "toast-saved";

    private const string FaultKey = "toast-fault";

    /// <summary>Tells a result in a few words, such as 已发布.</summary>
    /// <param name="data">Temporary data of the page that acted.</param>
    /// <param name="message">What was done.</param>
    /// <param name="href">Where to see it, on this site; or null.</param>
    public static void Toast(this ITempDataDictionary data, string message, string? href = null)
    {
        data[MessageKey] = message;
        data[LinkKey] = href;
    }

    /// <summary>Tells that an act was not done, and what to do instead.</summary>
    public static void ToastFault(this ITempDataDictionary data, string message)
    {
        data.Toast(message);
        data[FaultKey] = true;
    }

    /// <summary>Names an item whose form was stored, so that the browser forgets what it kept of it.</summary>
    public static void ToastSaved(this ITempDataDictionary data, string contentItemId) => data[SavedKey] = contentItemId;

    /// <summary>The message, its link, the stored item, and whether it tells of a failure; read once.</summary>
    public static (string? Message, string? Href, string? SavedItem, bool IsFault) TakeToast(this ITempDataDictionary data) =>
        (data[MessageKey] as string, data[LinkKey] as string, data[SavedKey] as string, data[FaultKey] is true);
}
