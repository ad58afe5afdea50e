using PartyCms.Contents.Organizing.Outlines;

namespace PartyCms.Contents.Organizing.Menus;

/// <summary>One line of the form that edits a menu.</summary>
internal sealed class MenuRow : IOutlineRow
{
    public string Id { get; set; } = "";

    /// <summary>Content type of the entry.</summary>
    public string Kind { get; set; } = "";

    public string? Name { get; set; }

    public int Depth { get; set; }

    /// <summary>Where a link or free content leads.</summary>
    public string? Url { get; set; }

    /// <summary>Id of the item an entry leads to.</summary>
    public string? Target { get; set; }

    /// <summary>Free content.</summary>
    public string? Html { get; set; }
}
