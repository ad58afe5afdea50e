namespace PartyCms.Kernel.Web;

/// <summary>A page of a module about the member who is signed in; the member's own page (<c>/me</c>) leads to it.</summary>
public interface IOwnPageLink
{
    /// <summary>Address on this site; null where there is no such page now.</summary>
    string? Href { get; }

    /// <summary>What the link says, such as 我的微信.</summary>
    string Text { get; }

    /// <summary>What is there, in a few words.</summary>
    string Note { get; }
}
