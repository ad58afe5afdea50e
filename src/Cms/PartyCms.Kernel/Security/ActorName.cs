namespace PartyCms.Kernel.Security;

/// <summary>The name of who did something, as people read it.</summary>
public static class ActorName
{
    /// <summary>The same, with the person on whose order the system acted.</summary>
    public static string Shown(string? stored, string? onBehalfOf) =>
        string.IsNullOrEmpty(onBehalfOf) || onBehalfOf == stored ? Shown(stored) : $"{Shown(stored)}（代 {Shown(onBehalfOf)}）";

    /// <summary>The stored name of an author or actor; the system itself is called 系统.</summary>
    public static string Shown(string? stored) => stored == Caller.SystemName ? "系统" : stored ?? "";
}
