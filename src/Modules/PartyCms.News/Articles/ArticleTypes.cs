namespace PartyCms.News.Articles;

/// <summary>Names of the content types of this module.</summary>
internal static class ArticleTypes
{
    public const string News = "BranchNews";

    public const string Guide = "Guide";

    public const string Notice = "Notice";
}
