namespace PartyCms.Kernel.Web;

/// <summary>One entry of the administration menu.</summary>
/// <param name="Group">Heading it stands under, such as 内容.</param>
/// <param name="Text">What the reader sees, two to five characters.</param>
/// <param name="Path">Address, such as <c>/admin/content?type=BranchNews</c>.</param>
/// <param name="Icon">Name of a Bootstrap icon, without prefix.</param>
/// <param name="Permission">Whoever holds it in any scope sees the entry.</param>
/// <param name="Position">Ascending order inside the menu.</param>
public sealed record AdminMenuItem(string Group, string Text, string Path, string Icon, string Permission, int Position);
