using PartyCms.WeChat.Articles;
using PartyCms.WeChat.Client.Drafts;

namespace PartyCms.WeChat.Delivery;

/// <summary>An issue's articles in WeChat's own form, or what is missing for it.</summary>
internal abstract record ComposedDraft
{
    private ComposedDraft()
    {
    }

    public sealed record Ready(IReadOnlyList<DraftArticle> Articles) : ComposedDraft;

    /// <summary>A picture is not at WeChat any more, or not yet.</summary>
    public sealed record PicturesMissing : ComposedDraft;

    public sealed record Failed(StepResult.Failed Failure) : ComposedDraft;
}

/// <summary>Makes the articles of a draft. It calls nobody and gives the same for the same issue.</summary>
internal sealed class ComposeDraft(ArticleTexts texts, HostPictures host)
{
    public async Task<ComposedDraft> RunAsync(Issue issue, CancellationToken cancellationToken)
    {
        var articles = new List<DraftArticle>(issue.Articles.Count);
        foreach (var article in issue.Articles.OrderBy(article => article.Place))
        {
            var text = await texts.FindVersionAsync(article.ContentItemId, article.ContentItemVersionId, cancellationToken);
            if (text is not { IsPublic: true })
            {
                return new ComposedDraft.Failed(Failures.TakenDown(article));
            }

            if (await ComposeAsync(issue, article, text, cancellationToken) is not { } composed)
            {
                return new ComposedDraft.PicturesMissing();
            }

            articles.Add(composed);
        }

        return new ComposedDraft.Ready(articles);
    }

    private async Task<DraftArticle?> ComposeAsync(Issue issue, IssueArticle article, ArticleText text, CancellationToken cancellationToken)
    {
        var page = new Uri(article.Page);
        var body = text.BodyFor(page);
        var addresses = new Dictionary<int, string>();
        foreach (var picture in body.Pictures)
        {
            if (await host.FindAsync(AssetKind.Body, picture.Address, cancellationToken) is not { } address)
            {
                return null;
            }

            addresses[picture.Number] = address;
        }

        return text.CoverFor(page, body) is { } cover && await host.FindAsync(AssetKind.Cover, cover, cancellationToken) is { } thumb
            ? new DraftArticle
            {
                Title = article.Title,
                Author = article.Author.Length == 0 ? null : article.Author,
                Digest = article.Digest.Length == 0 ? null : article.Digest,
                Content = body.With(picture => addresses[picture.Number]),
                ContentSourceUrl = DraftMarker.Mark(page, issue.Id, issue.Generation),
                ThumbMediaId = thumb,
            }
            : null;
    }
}
