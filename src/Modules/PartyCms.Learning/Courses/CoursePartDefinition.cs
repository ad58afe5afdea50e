using System.Text.Json.Nodes;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Content.Fields;
using PartyCms.Learning.Lessons;

namespace PartyCms.Learning.Courses;

/// <summary>The fields of a course.</summary>
internal static class CoursePartDefinition
{
    public static ContentPartDefinition Part => DeclaredPart.Of(
        CourseParts.ContentType + "Part", "课程",
        DeclaredPart.Field(FieldKind.Boolean, "Required", "必学", "不勾是选学。"),
        DeclaredPart.Field(FieldKind.ContentPicker, "Lessons", "课程里的课", "按学习的顺序。", new JsonObject
        {
            ["Multiple"] = true, ["DisplayedContentTypes"] = new JsonArray(LessonParts.ContentType),
        }));
}
