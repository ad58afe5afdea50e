namespace PartyCms.Accounts.Contracts;

/// <summary>A way to sign in beside the password, which a module offers on the page of the form.</summary>
public interface ISignInWay
{
    /// <summary>The link to it, or null where this visitor does not have the way.</summary>
    /// <param name="request">The request for the form.</param>
    /// <param name="returnPath">Where the visitor wants to go, a path of this site.</param>
    SignInLink? For(HttpRequest request, string returnPath);
}

/// <summary>A link on the page of the form.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Href">Where it leads, on this site.</param>
public sealed record SignInLink(string Text, string Href);
