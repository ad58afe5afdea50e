using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Content.Fields;

namespace PartyCms.Contents.Defining;

/// <summary>What the settings of one field must be together, so that a value can meet them.</summary>
internal static class FieldSettingRules
{
    /// <summary>Adds what is wrong.</summary>
    public static void Check(string kind, JsonObject settings, ICollection<SettingsForm.Problem> problems)
    {
        if (string.IsNullOrWhiteSpace(settings.Text(FieldSettings.DisplayName)))
        {
            problems.Add(new(FieldSettings.DisplayName, "请填写名称。"));
        }

        switch (kind)
        {
            case FieldKind.Text:
                CheckText(settings, problems);
                break;
            case FieldKind.Numeric:
                CheckOrder(settings, "NumericFieldSettings.Minimum", "NumericFieldSettings.Maximum", "最大不能小于最小。", problems);
                break;
            case FieldKind.ContentPicker:
                if (!settings.Flag("ContentPickerFieldSettings.DisplayAllContentTypes")
                    && settings.Find("ContentPickerFieldSettings.DisplayedContentTypes") is not JsonArray { Count: > 0 }
                    && settings.Find("ContentPickerFieldSettings.DisplayedStereotypes") is not JsonArray { Count: > 0 })
                {
                    problems.Add(new("ContentPickerFieldSettings.DisplayAllContentTypes", "请至少选一种类型，或者勾上所有类型。"));
                }

                break;
            case FieldKind.Taxonomy:
                if (string.IsNullOrEmpty(settings.Text("TaxonomyFieldSettings.TaxonomyContentItemId")))
                {
                    problems.Add(new("TaxonomyFieldSettings.TaxonomyContentItemId", "请选择用哪个分类。"));
                }

                break;
        }
    }

    private static void CheckText(JsonObject settings, ICollection<SettingsForm.Problem> problems)
    {
        CheckOrder(settings, "TextFieldSettings.MinLength", "TextFieldSettings.MaxLength", "最多不能小于最少。", problems);
        if (settings.Text(FieldSettings.Pattern) is { Length: > 0 } pattern && !FieldPattern.IsUsable(pattern))
        {
            problems.Add(new(FieldSettings.Pattern, "这个正则表达式不能用：写法有误，或者用了前后查看、反向引用。"));
        }

        if (settings.Text(FieldSettings.Editor) == FieldOption.ListEditor
            && FieldOption.Of(new ContentFieldDefinition(FieldKind.Text, "", settings)).Count == 0)
        {
            problems.Add(new(FieldSettings.ListOptions, "请至少写一个选项。"));
        }
    }

    private static void CheckOrder(
        JsonObject settings, string least, string most, string message, ICollection<SettingsForm.Problem> problems)
    {
        if (FieldRules.ReadNumber(settings.Find(least)) is { } from && FieldRules.ReadNumber(settings.Find(most)) is { } to && to < from)
        {
            problems.Add(new(most, message));
        }
    }
}
