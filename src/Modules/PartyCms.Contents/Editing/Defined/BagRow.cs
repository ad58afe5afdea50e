namespace PartyCms.Contents.Editing.Defined;

/// <summary>One item of a bag as the form shows it.</summary>
/// <param name="Place">Its place in the form, from 0.</param>
/// <param name="ContentItemId">Its id.</param>
/// <param name="ContentType">Name of its type.</param>
/// <param name="Path">Where it stands, such as <c>Services.ContentItems[0]</c>.</param>
internal sealed record BagRow(int Place, string ContentItemId, string ContentType, string Path);
