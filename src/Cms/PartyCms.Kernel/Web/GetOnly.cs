namespace PartyCms.Kernel.Web;

/// <summary>
/// Metadata of a GET endpoint that does not answer HEAD as well: fetching it does something, such as ending a sign-in, or
/// another endpoint answers HEAD. All others answer HEAD with the head of what they answer to GET.
/// </summary>
public sealed class GetOnly;
