using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Contents.Contracts;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Text;
using PartyCms.Kernel.Web;
using PartyCms.News.Articles;
using PartyCms.Organization.Contracts;

namespace PartyCms.News.Pages.Articles;

/// <summary>The articles of one kind, newest first; all, or those of one column.</summary>
[AllowAnonymous]
[PublicPage]
internal sealed class IndexModel(PublicArticles articles, ContentColumns columns) : PageModel
{
    public ArticleKind Kind { get; private set; } = ArticleKind.News;

    public IReadOnlyList<ColumnInfo> Columns { get; private set; } = [];

    /// <summary>The column shown, or null for all.</summary>
    public ColumnInfo? Column { get; private set; }

    public SummaryList List { get; private set; } = new([]);

    public string HrefOf(string? column) =>
        column is null ? "/" + Kind.Prefix : PublicPath.WithQuery("/" + Kind.Prefix, "column", column);

    public async Task<IActionResult> OnGetAsync(string prefix, string? column, string? after, CancellationToken cancellationToken)
    {
        Kind = ArticleKind.Of(prefix);
        HttpContext.TagPublicPage(PublicTags.Type(Kind.Type));
        Columns = await columns.ListAsync(Kind.Type, null, cancellationToken);
        if (!string.IsNullOrEmpty(column))
        {
            // A column that is empty just now is a page all the same; one that nobody knows is none.
            Column = Columns.FirstOrDefault(one => one.Slug == column) ?? await columns.FindAsync(Kind.Type, column, cancellationToken);
            if (Column is null)
            {
                return NotFound();
            }
        }

        var name = Column?.Name;
        List = await articles.ListAsync(
            new SummaryFilter(Kind.Type, After: after, Where: name is null ? null : row => row.Column == name),
            HrefOf(Column?.Slug), cancellationToken);
        return Page();
    }
}
