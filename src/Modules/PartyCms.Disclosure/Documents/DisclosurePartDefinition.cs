using System.Text.Json.Nodes;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Content.Fields;

namespace PartyCms.Disclosure.Documents;

/// <summary>The fields of a disclosure. What they may hold is the module's own rule, <see cref="DisclosureRules" />.</summary>
internal static class DisclosurePartDefinition
{
    public static ContentPartDefinition Part => DeclaredPart.Of(
        DisclosureFields.ContentType + "Part", "党务公开",
        DeclaredPart.Choice("Group", "公开类别", Enum.GetValues<DisclosureGroup>().Select(group => new FieldOption(group.DisplayName(), group.ToString()))),
        DeclaredPart.Choice("Rhythm", "公开时限", Enum.GetValues<DisclosureRhythm>().Select(rhythm => new FieldOption(rhythm.DisplayName(), rhythm.ToString()))),
        DeclaredPart.Field(FieldKind.Text, "DocNo", "文号", "可不填。"),
        DeclaredPart.Choice("Scope", "公开范围", [new FieldOption("面向社会", DisclosureFields.ScopeSociety)]),
        DeclaredPart.Field(FieldKind.Boolean, "Statement", "保密审查", settings: new JsonObject
        {
            ["Label"] = $"我确认这份材料{DisclosureFields.StatementText}",
        }));
}
