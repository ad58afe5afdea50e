namespace PartyCms.Kernel.Text;

/// <summary>Interim.</summary>
public static class ChineseScript
{
    /// <summary>Interim.</summary>
    public static string ToTraditional(string text) => text;
}
