namespace PartyCms.Kernel.Web;

/// <summary>
/// Metadata of a GET endpoint beside which another one answers HEAD. All others answer HEAD as well, with the head of what
/// they answer to GET.
/// </summary>
public sealed class SeparateHead;
