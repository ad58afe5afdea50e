using System.Text.Json.Nodes;
using PartyCms.Kernel.Content.Definitions;

namespace PartyCms.UnitTests.Content.Definitions;

public sealed class DefinitionJsonTests
{
    private const string Type = """
        {"Name":"Report","DisplayName":"年报","Settings":{"ContentTypeSettings":{"Creatable":true},"SomebodyElses":{"X":[1,{"Y":null}]}},
         "ContentTypePartDefinitionRecords":[
          {"PartName":"TitlePart","Name":"TitlePart","Settings":{"ContentTypePartSettings":{"Position":"1"}}},
          {"PartName":"BagPart","Name":"Figures","Settings":{"ContentTypePartSettings":{"Position":"0.5"}}}],"Hidden":false}
        """;

    private const string Part = """
        {"Name":"Report","Settings":{},"ContentPartFieldDefinitionRecords":[
          {"FieldName":"NumericField","Name":"Amount","Settings":{"ContentPartFieldSettings":{"DisplayName":"金额"},
            "NumericFieldSettings":{"Required":true,"Hint":"单位：元"}}},
          {"FieldName":"StarRatingField","Name":"Stars","Settings":{"StarRatingFieldSettings":{"Most":5}}}],"Extra":{"a":1}}
        """;

    [Fact]
    public void A_type_is_written_as_it_was_read_unknown_settings_and_properties_included() =>
        Assert.True(JsonNode.DeepEquals(Parse(Type), DefinitionJson.Write(DefinitionJson.ReadType(Parse(Type)))));

    [Fact]
    public void A_part_is_written_as_it_was_read_fields_of_unknown_kinds_included() =>
        Assert.True(JsonNode.DeepEquals(Parse(Part), DefinitionJson.Write(DefinitionJson.ReadPart(Parse(Part)))));

    [Fact]
    public void Parts_are_shown_by_position_dotted_ones_too() =>
        Assert.Equal(["Figures", "TitlePart"], DefinitionJson.ReadType(Parse(Type)).PartsByPosition.Select(part => part.Name));

    [Fact]
    public void A_field_tells_its_settings()
    {
        var field = DefinitionJson.ReadPart(Parse(Part)).Fields[0];

        Assert.Equal(("金额", "单位：元", true), (field.DisplayName, field.Hint, field.IsRequired));
    }

    [Theory]
    [InlineData("""{"DisplayName":"x"}""", "A content type has no Name.")]
    [InlineData(
        """{"Name":"Message","ContentTypePartDefinitionRecords":[{"PartName":""}]}""",
        "Unable to add content-part to the 'Message' content-type. The part name cannot be null or empty.")]
    [InlineData(
        """{"Name":"A","ContentTypePartDefinitionRecords":[{"PartName":"P"},{"PartName":"P"}]}""", "The name 'P' stands twice in 'A'.")]
    public void A_type_that_cannot_be_used_is_refused_by_name(string json, string fault) =>
        Assert.Equal(fault, Assert.Throws<ContentDefinitionException>(() => DefinitionJson.ReadType(Parse(json))).Message);

    [Theory]
    [InlineData("""{"Name":"A","Settings":null}""")]
    [InlineData("""{"Name":"A"}""")]
    [InlineData("""{"Name":"A","Settings":"?","ContentTypePartDefinitionRecords":null}""")]
    public void Missing_and_broken_settings_read_as_none(string json) =>
        Assert.Empty(DefinitionJson.ReadType(Parse(json)).Settings);

    [Fact]
    public void A_merge_changes_what_is_named_and_keeps_the_rest()
    {
        var incoming = DefinitionJson.ReadType(Parse(
            """
            {"Name":"Report","DisplayName":"报告","Settings":{"ContentTypeSettings":{"Listable":true}},"ContentTypePartDefinitionRecords":[
              {"PartName":"BagPart","Name":"Figures","Settings":{"BagPartSettings":{"ContainedContentTypes":["A"]}}},
              {"PartName":"AliasPart","Name":"AliasPart"}]}
            """));

        var merged = DefinitionMerge.Merge(DefinitionJson.ReadType(Parse(Type)), incoming);

        Assert.Equal(("报告", "TitlePart,Figures,AliasPart"), (merged.DisplayName, string.Join(',', merged.Parts.Select(part => part.Name))));
        Assert.True(JsonNode.DeepEquals(
            Parse("""{"ContentTypeSettings":{"Creatable":true,"Listable":true},"SomebodyElses":{"X":[1,{"Y":null}]}}"""), merged.Settings));
        Assert.Equal(0.5, merged.FindPart("Figures")!.Position);
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
