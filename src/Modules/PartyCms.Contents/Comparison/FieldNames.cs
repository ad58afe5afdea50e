using System.Collections.Frozen;
using System.Text.RegularExpressions;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Corrections;
using PartyCms.Kernel.Content.Scheduling;

namespace PartyCms.Contents.Comparison;

/// <summary>What people call the values of a document.</summary>
internal static partial class FieldNames
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [ContentParts.Title] = "标题",
        [ContentParts.Body] = "正文",
        [ContentParts.Permalink] = "网址",
        [ContentParts.Branch] = "支部",
        [ContentParts.Summary] = "摘要",
        [ContentParts.Cover] = "封面图片",
        [ContentParts.CoverAlt] = "封面说明",
        [ContentParts.Column] = "栏目",
        [ContentParts.Contributor] = "供稿",
        [ContentParts.Pinned] = "置顶",
        [ContentParts.PinnedUntil] = "置顶到",
        [ContentParts.PinnedOrder] = "置顶次序",
        [ScheduleDates.Publish] = "定时发布",
        [ScheduleDates.Archive] = "定时下线",
        [ChangeNotes.Kind] = "修改的分量",
        [ChangeNotes.List] = "修改记录",
        [ChangeNotes.Note] = "修改说明",
        [ContentCorrection.Path] = "更正的内容",
        [VersionParts.Comment] = "版本说明",
        ["CorrectionPart.Note.Text"] = "更正说明",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name of the value at a path; of an unknown one the path without what says nothing.</summary>
    public static string Of(string path) =>
        Known.TryGetValue(path, out var name) || Known.TryGetValue(Place().Replace(path, ""), out name)
            ? name
            : Place().Replace(Wrapping().Replace(path, ""), match => $" 第 {int.Parse(match.Groups[1].Value, null) + 1} 项")
                .Replace(".", " · ", StringComparison.Ordinal);

    [GeneratedRegex(@"^[A-Za-z]+?(?=Part\.)Part\.|\.(Text|Value|Html)$")]
    private static partial Regex Wrapping();

    [GeneratedRegex(@"\[([0-9]+)\]")]
    private static partial Regex Place();
}
