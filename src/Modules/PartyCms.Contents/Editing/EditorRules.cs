using System.Text.Json.Nodes;
using PartyCms.Contents.Editing.Defined;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Text;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Editing;

/// <summary>What the editor asks besides the settings of the fields; imports and API clients are asked less.</summary>
internal static class EditorRules
{
    public const int SummaryLength = 200;

    private static readonly (string Path, string Name, int Longest)[] Lengths =
    [
        (ContentParts.Title, "标题", ContentPreparation.TitleLength),
        (ContentParts.Summary, "摘要", SummaryLength),
        (ContentParts.Cover, "封面图片的地址", 1024),
        (ContentParts.CoverAlt, "封面图片的说明", 255),
        (ContentParts.Column, "栏目", 64),
        (ContentParts.Contributor, "供稿", 100),
        (ContentParts.Permalink, "网址", 200),
        (TypedFields.Correction, "更正说明", 500),
        (VersionParts.Comment, "版本说明", VersionParts.CommentLength),
    ];

    private static readonly string[] VisibleTags = ["<img", "<table", "<video", "<audio"];

    /// <summary>Adds what is wrong; a draft may be incomplete.</summary>
    public static void Check(JsonObject parts, EditorPlan plan, bool publish, List<ContentProblem> problems)
    {
        if (plan.NeedsTitle && string.IsNullOrWhiteSpace(parts.Text(ContentParts.Title)))
        {
            problems.Insert(0, new ContentProblem(ContentParts.Title, "请填写标题。"));
        }

        foreach (var (path, name, longest) in Lengths)
        {
            if (parts.Text(path) is { } text && text.Length > longest)
            {
                problems.Add(new ContentProblem(path, $"{name}最多 {longest} 个字，现在有 {text.Length} 个。"));
            }
        }

        if (plan.IsArticle)
        {
            CheckArticle(parts, publish, problems);
        }
    }

    private static void CheckArticle(JsonObject parts, bool publish, List<ContentProblem> problems)
    {
        var cover = parts.Text(ContentParts.Cover);
        if (cover is not null && !LocalAddress.IsLocal(cover) && !cover.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(new ContentProblem(ContentParts.Cover, "封面图片的地址应以 / 或 https:// 开头。"));
        }

        if (!publish)
        {
            return;
        }

        if (IsBlank(parts.Text(ContentParts.Body)))
        {
            problems.Add(new ContentProblem(ContentParts.Body, "正文还是空的，写几句再发布。"));
        }

        if (cover is not null && string.IsNullOrWhiteSpace(parts.Text(ContentParts.CoverAlt)))
        {
            problems.Add(new ContentProblem(ContentParts.CoverAlt, "请用一句话说明封面图片，看不到图的人靠它。"));
        }
    }

    private static bool IsBlank(string? body) =>
        body is null
        || (string.IsNullOrWhiteSpace(HtmlText.Summarize(body))
            && !VisibleTags.Any(tag => body.Contains(tag, StringComparison.OrdinalIgnoreCase)));
}
