namespace PartyCms.Kernel.Text;

/// <summary>Interim.</summary>
public static class Slug
{
    /// <summary>Interim.</summary>
    public static string From(string title) => title.ToLowerInvariant().Replace(' ', '-');
}
