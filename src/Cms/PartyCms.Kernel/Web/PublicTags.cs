namespace PartyCms.Kernel.Web;

/// <summary>Tags by which cached public pages are dropped: each page names what it shows.</summary>
public static class PublicTags
{
    /// <summary>The home page.</summary>
    public const string Home = "home";

    /// <summary>Everything: site name, menu, theme.</summary>
    public const string Site = "site";

    /// <summary>The learning board.</summary>
    public const string Board = "board";

    /// <summary>The page of one item.</summary>
    public static string Item(string contentItemId) => "item:" + contentItemId;

    /// <summary>Lists of one content type.</summary>
    public static string Type(string contentType) => "type:" + contentType;

    /// <summary>Pages of one branch.</summary>
    public static string Branch(Guid orgUnitId) => "branch:" + orgUnitId.ToString("N");
}
