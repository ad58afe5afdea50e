namespace PartyCms.Contents.Contracts;

/// <summary>A column has another name, and its published items bear it.</summary>
/// <param name="ContentType">The content type it belongs to.</param>
/// <param name="Name">Its name now.</param>
public sealed record ColumnRenamed(string ContentType, string Name);
