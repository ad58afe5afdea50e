using PartyCms.Media.Contracts;
using PartyCms.WeChat.Articles;

namespace PartyCms.WeChat.Delivery;

/// <summary>The step that brings all pictures and covers of an issue to WeChat. What was brought before is passed over.</summary>
internal sealed class UploadPictures(ArticleTexts texts, HostPictures host)
{
    public async Task<StepResult> RunAsync(IssueRun run, CancellationToken cancellationToken)
    {
        foreach (var article in run.Issue.Articles.OrderBy(article => article.Place))
        {
            if (await UploadAsync(article, run, cancellationToken) is { } trouble)
            {
                return trouble;
            }
        }

        return new StepResult.Advanced(
            run.Issue.MediaId is null ? IssueEvent.PicturesReadyForDraft : IssueEvent.PicturesReadyForUpdate);
    }

    private async Task<StepResult?> UploadAsync(IssueArticle article, IssueRun run, CancellationToken cancellationToken)
    {
        var text = await texts.FindVersionAsync(article.ContentItemId, article.ContentItemVersionId, cancellationToken);
        if (text is not { IsPublic: true })
        {
            return Failures.TakenDown(article);
        }

        var page = new Uri(article.Page);
        var body = text.BodyFor(page);
        if (text.CoverFor(page, body) is not { } cover)
        {
            return new StepResult.Failed($"《{article.Title}》的封面在别的网站上。", "请把图片上传到本站的图片库，选作封面并发布，再按“重试”。");
        }

        foreach (var (kind, address) in body.Pictures.Select(picture => (AssetKind.Body, picture.Address)).Prepend((AssetKind.Cover, cover)))
        {
            switch (await host.RunAsync(kind, address, cancellationToken))
            {
                case HostedPicture.Refused(var error):
                    return new StepResult.Trouble(error);
                case HostedPicture.Unfit(var state):
                    return Unfit(article, kind, state);
                case HostedPicture.There:
                    await run.KeepAsync(cancellationToken);
                    break;
            }
        }

        return null;
    }

    private static StepResult.Failed Unfit(IssueArticle article, AssetKind kind, PictureExportState state)
    {
        var which = kind == AssetKind.Cover ? "封面" : "一张图片";
        var what = state switch
        {
            PictureExportState.Missing => "找不到了",
            PictureExportState.TooLarge => "缩小后仍然太大",
            _ => "不能转成 JPG 或 PNG",
        };
        return new StepResult.Failed($"《{article.Title}》的{which}{what}。", "请在网站上换一张图片并发布，再按“更新并重送”。");
    }
}
