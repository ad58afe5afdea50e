using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;
using PartyCms.Media.Files;

namespace PartyCms.Media.Usage;

/// <summary>
/// Every picture of a published body says what it shows. This holds for the kinds of content that modules bring; what is
/// imported with kinds of its own is taken as it is.
/// </summary>
internal sealed class RequireAltText(CmsDbContext db, ContentDefinitions definitions) : ContentHandler
{
    // More than a person mends at once.
    private const int MostNamed = 5;

    public override async ValueTask ValidateAsync(
        ContentItem item, bool isPublication, ICollection<ContentProblem> problems, CancellationToken cancellationToken)
    {
        if (!isPublication || !definitions.IsDeclared(item.ContentType))
        {
            return;
        }

        var silent = BodyPictures.Of(item.Parts.Text(ContentParts.Body)).Where(picture => picture.Alt.Length == 0).ToList();
        foreach (var picture in silent.Take(MostNamed))
        {
            var name = await NameOfAsync(picture, cancellationToken);
            problems.Add(new ContentProblem(
                ContentParts.Body,
                $"正文第 {picture.Number} 张图片（{name}）没有说明。点一下它，选“编辑图片”，用一句话写图上是什么。",
                FormattableString.Invariant($"Picture {picture.Number} of the body ({picture.Source}) has no alternative text.")));
        }

        if (silent.Count > MostNamed)
        {
            problems.Add(new ContentProblem(ContentParts.Body, $"正文还有 {silent.Count - MostNamed} 张图片没有说明。"));
        }
    }

    private async Task<string> NameOfAsync(BodyPicture picture, CancellationToken cancellationToken)
    {
        var path = MediaPath.FindAll(picture.Source).FirstOrDefault();
        var name = path is null
            ? null
            : await db.Set<MediaFile>().Where(file => file.Path == path).Select(file => file.OriginalName)
                .SingleOrDefaultAsync(cancellationToken);
        return name ?? picture.Source[(picture.Source.LastIndexOf('/') + 1)..];
    }
}
