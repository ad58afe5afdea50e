namespace PartyCms.Kernel.Web;

/// <summary>A block that a module puts on the home page and on the page of a branch.</summary>
public interface IMicrositeSection
{
    /// <summary>Ascending order on the page: 100 lesson, 200 news, 300 disclosures, 400 notices and guides, 500 board.</summary>
    int Position { get; }

    /// <summary>
    /// What to show, or null for nothing. It must hold no personal data, and must tag the page
    /// (<see cref="PublicPageExtensions.TagPublicPage" />) with what it shows beyond items, lists and branch.
    /// </summary>
    /// <param name="orgUnitId">The branch whose page it is; null on the home page.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    ValueTask<MicrositeSection?> GetAsync(Guid? orgUnitId, CancellationToken cancellationToken);
}

/// <summary>One block of a page.</summary>
/// <param name="View">Path of its partial view, absolute from the root, such as <c>/Pages/News/_LatestNews.cshtml</c>.</param>
/// <param name="Model">The view's model.</param>
public sealed record MicrositeSection(string View, object Model);
