using System.Text.Json.Nodes;
using PartyCms.Contents.Defining;

namespace PartyCms.UnitTests.Contents.Defining;

public sealed class SettingsFormTests
{
    [Theory]
    [InlineData("TextField", "TextFieldSettings.MaxLength", "20", """{"TextFieldSettings":{"MaxLength":20}}""")]
    [InlineData("TextField", "TextFieldSettings.Hint", " 提示 ", """{"TextFieldSettings":{"Hint":"提示"}}""")]
    [InlineData("TextField", "TextFieldSettings.Required", "true", """{"TextFieldSettings":{"Required":true}}""")]
    [InlineData("TextField", "TextFieldSettings.Required", "false", "{}")]
    [InlineData("TextField", "ContentPartFieldSettings.Editor", "TextArea", """{"ContentPartFieldSettings":{"Editor":"TextArea"}}""")]
    [InlineData("TextField", "ContentPartFieldSettings.Editor", "Nonsense", "{}")]
    [InlineData("TextField", "TextFieldPredefinedListEditorSettings.Options", "大=L\n小", """{"TextFieldPredefinedListEditorSettings":{"Options":[{"name":"大","value":"L"},{"name":"小","value":"小"}]}}""")]
    [InlineData("MediaField", "MediaFieldSettings.Multiple", "true", "{}")]
    [InlineData("MediaField", "MediaFieldSettings.Multiple", "false", """{"MediaFieldSettings":{"Multiple":false}}""")]
    [InlineData("MediaField", "MediaFieldSettings.AllowedExtensions", ".jpg\r\n\r\n.png", """{"MediaFieldSettings":{"AllowedExtensions":[".jpg",".png"]}}""")]
    [InlineData("MultiTextField", "MultiTextFieldSettings.Options", "甲=a", """{"MultiTextFieldSettings":{"Options":[{"name":"甲","value":"a","default":false}]}}""")]
    public void What_was_typed_becomes_the_setting_on_the_wire(string kind, string path, string typed, string expected) =>
        Same(expected, SettingsForm.Apply([], FieldSettings.Of(kind), new Dictionary<string, string> { [path] = typed }, []));

    [Fact]
    public void What_is_not_asked_for_and_what_was_not_changed_stay_to_the_letter()
    {
        var stored = JsonNode.Parse("""
            {"TextFieldSettings":{"Hint":"旧","Required":true,"Type":"Editable"},"ContentPartFieldSettings":{"Editor":"IconPicker","Position":"7"},
             "GraphQLContentPartFieldSettings":{"Hidden":true},"Odd":[1,2]}
            """)!.AsObject();
        var asked = FieldSettings.Of("TextField");
        var typed = asked.ToDictionary(setting => setting.Path, setting => SettingsForm.Stored(stored, setting));

        Same(stored.ToJsonString(), SettingsForm.Apply(stored, asked, typed, []));
        Assert.Equal(
            ["TextFieldSettings.Type", "GraphQLContentPartFieldSettings.Hidden", "Odd"], SettingsForm.Kept(stored, asked));
    }

    [Theory]
    [InlineData("TextFieldSettings.MaxLength", "二十", "“最多几个字”请填写数字。")]
    [InlineData("ContentPartFieldSettings.DisplayName", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十!", "“名称”最多 100 个字。")]
    public void A_wrong_setting_is_told(string path, string typed, string message)
    {
        var problems = new List<SettingsForm.Problem>();

        SettingsForm.Apply([], FieldSettings.Of("TextField"), new Dictionary<string, string> { [path] = typed }, problems);

        Assert.Equal((path, message), (Assert.Single(problems).Path, problems[0].Message));
    }

    [Theory]
    [InlineData("TextField", """{"TextFieldSettings":{"MinLength":5,"MaxLength":2}}""", "TextFieldSettings.MaxLength")]
    [InlineData("TextField", """{"PartyFieldSettings":{"Pattern":"(unfinished"}}""", "PartyFieldSettings.Pattern")]
    [InlineData("TextField", """{"PartyFieldSettings":{"Pattern":"(?=a)b"}}""", "PartyFieldSettings.Pattern")]
    [InlineData("TextField", """{"ContentPartFieldSettings":{"Editor":"PredefinedList"}}""", "TextFieldPredefinedListEditorSettings.Options")]
    [InlineData("NumericField", """{"NumericFieldSettings":{"Minimum":5,"Maximum":2}}""", "NumericFieldSettings.Maximum")]
    [InlineData("ContentPickerField", "{}", "ContentPickerFieldSettings.DisplayAllContentTypes")]
    [InlineData("TaxonomyField", "{}", "TaxonomyFieldSettings.TaxonomyContentItemId")]
    public void Settings_that_no_value_could_meet_are_refused(string kind, string settings, string path)
    {
        var json = JsonNode.Parse(settings)!.AsObject();
        json["ContentPartFieldSettings"] = (json["ContentPartFieldSettings"] as JsonObject)?.DeepClone() ?? new JsonObject();
        json["ContentPartFieldSettings"]!["DisplayName"] = "名称";
        var problems = new List<SettingsForm.Problem>();

        FieldSettingRules.Check(kind, json, problems);

        Assert.Equal(path, Assert.Single(problems).Path);
    }

    [Theory]
    [InlineData("ReadingClub", true)]
    [InlineData("A1", true)]
    [InlineData("", false)]
    [InlineData("1A", false)]
    [InlineData("读书会", false)]
    [InlineData("Reading Club", false)]
    [InlineData("Reading.Club", false)]
    [InlineData("ContentType", false)]
    [InlineData("displaytext", false)]
    [InlineData("Menu", false)]
    [InlineData("Abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklm", false)]
    public void A_name_on_the_wire_is_an_identifier_that_nobody_has(string name, bool isRight) =>
        Assert.Equal(isRight, DefinitionNames.Check(name, ["Menu"]) is null);

    private static void Same(string expected, JsonObject actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());
}
