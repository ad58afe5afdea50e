using System.Text.Json.Nodes;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Content.Fields;

namespace PartyCms.Learning.Lessons;

/// <summary>The fields of a daily lesson. Its quiz, a list of questions, is no field and is kept beside them.</summary>
internal static class LessonPartDefinition
{
    public static ContentPartDefinition Part => DeclaredPart.Of(
        LessonParts.ContentType + "Part", "每日党课",
        DeclaredPart.Field(FieldKind.Date, "Day", "日期", "每天一课。"),
        DeclaredPart.Field(FieldKind.Numeric, "Minutes", "阅读需要几分钟", "1 到 60 分钟。", new JsonObject { ["Scale"] = 0 }),
        DeclaredPart.Field(FieldKind.Text, "Topic", "主题", "如 安全、急救。"),
        DeclaredPart.Field(FieldKind.Boolean, "Scheduled", "到当天自动发布", "日子没到的课，勾上它再存草稿。"));
}
