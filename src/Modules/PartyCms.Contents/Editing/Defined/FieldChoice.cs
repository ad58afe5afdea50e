namespace PartyCms.Contents.Editing.Defined;

/// <summary>Something a field may point to.</summary>
/// <param name="Id">Id as stored.</param>
/// <param name="Name">What people read.</param>
/// <param name="Depth">Steps below the root of a tree.</param>
internal sealed record FieldChoice(string Id, string Name, int Depth = 0);
