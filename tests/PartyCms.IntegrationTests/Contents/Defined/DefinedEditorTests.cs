using System.Net;
using System.Text.Json.Nodes;
using PartyCms.IntegrationTests.Api;
using static PartyCms.IntegrationTests.Contents.Defined.DefinedSite;

namespace PartyCms.IntegrationTests.Contents.Defined;

public sealed class DefinedEditorTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private const string Poster = """
        {"ContentTypes":[{"Name":"Poster","DisplayName":"海报","Settings":{"ContentTypeSettings":{"Creatable":true}},
          "ContentTypePartDefinitionRecords":[
            {"PartName":"TitlePart","Name":"TitlePart","Settings":{"ContentTypePartSettings":{"Position":"0"}}},
            {"PartName":"MarkdownBodyPart","Name":"MarkdownBodyPart","Settings":{"ContentTypePartSettings":{"Position":"1"}}},
            {"PartName":"Poster","Name":"Poster","Settings":{"ContentTypePartSettings":{"Position":"2"}}},
            {"PartName":"BagPart","Name":"Steps","Settings":{"ContentTypePartSettings":{"DisplayName":"步骤","Position":"3"},
              "BagPartSettings":{"ContainedContentTypes":["PosterStep"]}}},
            {"PartName":"AutoroutePart","Name":"AutoroutePart","Settings":{}}]},
          {"Name":"PosterStep","DisplayName":"一步","Settings":{"ContentTypeSettings":{"Stereotype":"Widget"}},
          "ContentTypePartDefinitionRecords":[{"PartName":"TitlePart","Name":"TitlePart","Settings":{}},{"PartName":"PosterStep","Name":"PosterStep","Settings":{}}]}],
         "ContentParts":[{"Name":"Poster","ContentPartFieldDefinitionRecords":[
            {"FieldName":"TextField","Name":"Place","Settings":{"ContentPartFieldSettings":{"DisplayName":"地点","Position":"0"},"TextFieldSettings":{"Hint":"写到门牌号","Required":true}}},
            {"FieldName":"NumericField","Name":"Seats","Settings":{"ContentPartFieldSettings":{"DisplayName":"座位","Position":"1"},"NumericFieldSettings":{"Minimum":1,"Maximum":99}}},
            {"FieldName":"DateTimeField","Name":"Begins","Settings":{"ContentPartFieldSettings":{"DisplayName":"开始","Position":"2"}}},
            {"FieldName":"MultiTextField","Name":"For","Settings":{"ContentPartFieldSettings":{"DisplayName":"对象","Position":"3"},"MultiTextFieldSettings":{"Options":[{"name":"党员","value":"m"},{"name":"群众","value":"p"}]}}},
            {"FieldName":"LinkField","Name":"More","Settings":{"ContentPartFieldSettings":{"DisplayName":"详情","Position":"4"}}},
            {"FieldName":"UserPickerField","Name":"Host","Settings":{"ContentPartFieldSettings":{"DisplayName":"主持","Position":"5"}}},
            {"FieldName":"ContentPickerField","Name":"Report","Settings":{"ContentPartFieldSettings":{"DisplayName":"报道","Position":"6"},"ContentPickerFieldSettings":{"DisplayedContentTypes":["BranchNews"]}}},
            {"FieldName":"HologramField","Name":"Mystery","Settings":{"HologramFieldSettings":{"Depth":3}}}]},
          {"Name":"PosterStep","ContentPartFieldDefinitionRecords":[{"FieldName":"TextField","Name":"What","Settings":{}}]}]}
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_form_has_every_field_of_the_definition_with_its_hint()
    {
        await site.DefineAsync(Poster);
        using var admin = await site.SignInAsync("admin");

        var html = await admin.GetStringAsync(New("Poster"), Cancel);

        foreach (var text in new[] { "地点", "写到门牌号", "座位", "开始", "对象", "党员", "详情", "主持", "报道", "步骤", "加一项：一步" })
        {
            Assert.Contains(text, html, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Mystery", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_missing_is_told_at_once()
    {
        await site.DefineAsync(Poster);
        using var admin = await site.SignInAsync("admin");

        using var answer = await admin.PressAsync(
            New("Poster"), "publish", new() { ["Fields[TitlePart.Title]"] = "", ["Fields[Poster.Place.Text]"] = "", ["Fields[Poster.Seats.Value]"] = "100" });
        var html = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("还有 3 处要改", html, StringComparison.Ordinal);
        Assert.Contains("请填写标题。", html, StringComparison.Ordinal);
        Assert.Contains("请填写“地点”。", html, StringComparison.Ordinal);
        Assert.Contains("“座位”不能大于 99。", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_shall_be_published_at_a_set_time_must_be_complete_when_the_time_is_set()
    {
        await site.DefineAsync(Poster);
        using var admin = await site.SignInAsync("admin");
        Dictionary<string, string> typed = new()
        {
            ["Fields[TitlePart.Title]"] = "明早发", ["Fields[Poster.Place.Text]"] = "", ["PublishAt"] = "2099-05-02T08:00",
        };

        using var incomplete = await admin.PressAsync(New("Poster"), "draft", new(typed));
        typed["Fields[Poster.Place.Text]"] = "礼堂";
        using var complete = await admin.PressAsync(New("Poster"), "draft", new(typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, incomplete.StatusCode);
        Assert.Contains("请填写“地点”。", await incomplete.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, complete.StatusCode);
    }

    [Fact]
    public async Task What_was_typed_is_stored_in_the_form_of_the_wire()
    {
        await site.DefineAsync(Poster);
        using var admin = await site.SignInAsync("admin");

        var id = await admin.SavedAsync(New("Poster"), "draft", new()
        {
            ["Fields[TitlePart.Title]"] = "读书会",
            ["Fields[MarkdownBodyPart.Markdown]"] = "# 欢迎",
            ["Fields[Poster.Place.Text]"] = "活动室 3 号",
            ["Fields[Poster.Seats.Value]"] = "30",
            ["Fields[Poster.Begins.Value:local]"] = "2026-10-01T09:30",
            ["Fields[Poster.For.Values:shown]"] = "1",
            ["Fields[Poster.For.Values[1]]"] = "p",
            ["Fields[Poster.More.Url]"] = "https://example.cn/a",
            ["Fields[Poster.Secret.Text]"] = "不在定义里",
        });
        var parts = await site.PartsAsync(id);

        AssertJson("""
            {"Place":{"Text":"活动室 3 号"},"Seats":{"Value":30},"Begins":{"Value":"2026-10-01T01:30:00Z"},
             "For":{"Values":["p"]},"More":{"Url":"https://example.cn/a"}}
            """, parts["Poster"]);
        Assert.Equal("# 欢迎", (string?)parts["MarkdownBodyPart"]!["Markdown"]);
    }

    [Fact]
    public async Task A_wrong_value_is_told_and_stays_as_it_was_typed()
    {
        await site.DefineAsync(Poster);
        using var admin = await site.SignInAsync("admin");

        using var answer = await admin.PressAsync(New("Poster"), "publish", new()
        {
            ["Fields[TitlePart.Title]"] = "读书会",
            ["Fields[Poster.Place.Text]"] = "",
            ["Fields[Poster.Seats.Value]"] = "很多很多",
            ["Fields[Poster.More.Url]"] = "javascript:alert(1)",
        });
        var html = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        foreach (var text in new[] { "请填写“地点”。", "“座位”请填写数字。", "“详情”的网址应以", "value=\"很多很多\"", "value=\"javascript:alert(1)\"" })
        {
            Assert.Contains(text, html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_the_editor_does_not_know_survives_an_edit_to_the_letter()
    {
        await site.DefineAsync(Poster);
        using var api = await site.AdministratorAsync();
        var saved = await api.SavedAsync(JsonNode.Parse("""
            {"ContentType":"Poster","DisplayText":"带着外来部分","TitlePart":{"Title":"带着外来部分"},
             "Poster":{"Place":{"Text":"旧地点","Extra":{"A":[1,2]}},"Mystery":{"Rays":[{"X":1.5}]}},
             "AlienPart":{"Text":"原样","Deep":{"List":[1,"二",null]}},"FlowPart":{"Widgets":[{"ContentType":"Raw","Html":{"A":"b"}}]}}
            """)!);
        using var admin = await site.SignInAsync("admin");
        var before = await site.PartsAsync(saved.Id());

        await admin.SavedAsync(Edit(saved.Id()), "draft", new()
        {
            ["Revision"] = await admin.HiddenAsync(Edit(saved.Id()), "Revision"),
            ["Fields[TitlePart.Title]"] = "带着外来部分",
            ["Fields[Poster.Place.Text]"] = "新地点",
        });
        var after = await site.PartsAsync(saved.Id());

        foreach (var part in new[] { "AlienPart", "FlowPart" })
        {
            AssertJson(before[part]!.ToJsonString(), after[part]);
        }

        AssertJson("""{"Place":{"Text":"新地点","Extra":{"A":[1,2]}},"Mystery":{"Rays":[{"X":1.5}]}}""", after["Poster"]);
    }

    [Fact]
    public async Task Items_of_a_bag_are_added_ordered_and_removed_without_losing_what_is_not_shown()
    {
        await site.DefineAsync(Poster);
        using var admin = await site.SignInAsync("admin");
        using var added = await admin.PressAsync(New("Poster"), "bag", new() { ["Add"] = "Steps|PosterStep", ["Fields[TitlePart.Title]"] = "两步走" });
        var html = await added.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("Fields[Steps.ContentItems[0].PosterStep.What.Text]", html, StringComparison.Ordinal);
        Assert.Contains("value=\"两步走\"", html, StringComparison.Ordinal);

        var id = await admin.SavedAsync(New("Poster"), "draft", Steps(
            ("4000000000000000000000001a", "1", "先报名", false), ("4000000000000000000000002b", "2", "再到场", false)));
        var hidden = await site.PartsAsync(id);
        Assert.Equal(["先报名", "再到场"], Names(hidden));

        var typed = Steps(("4000000000000000000000001a", "9", "先报名", false), ("4000000000000000000000002b", "1", "再到场！", false));
        typed["Revision"] = await admin.HiddenAsync(Edit(id), "Revision");
        await admin.SavedAsync(Edit(id), "draft", typed);
        Assert.Equal(["再到场！", "先报名"], Names(await site.PartsAsync(id)));

        typed = Steps(("4000000000000000000000002b", "1", "再到场！", true), ("4000000000000000000000001a", "2", "先报名", false));
        typed["Revision"] = await admin.HiddenAsync(Edit(id), "Revision");
        await admin.SavedAsync(Edit(id), "draft", typed);
        Assert.Equal(["先报名"], Names(await site.PartsAsync(id)));
    }

    [Fact]
    public async Task A_bag_takes_no_type_that_it_does_not_contain()
    {
        await site.DefineAsync(Poster);
        using var admin = await site.SignInAsync("admin");

        using var answer = await admin.PressAsync(New("Poster"), "bag", new() { ["Add"] = "Steps|BranchNews" });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_api_says_what_is_wrong_in_the_words_of_the_field()
    {
        await site.DefineAsync(Poster);
        using var api = await site.AdministratorAsync();

        using var answer = await api.SaveAsync(JsonNode.Parse("""{"ContentType":"Poster","TitlePart":{"Title":"缺地点"},"Poster":{"Seats":{"Value":100}}}""")!);
        var errors = (await answer.JsonAsync())["errors"]!;

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("A value is required for 地点.", (string?)errors["Poster.Place.Text"]![0]);
        Assert.Equal("The value must be less than or equal to 99.", (string?)errors["Poster.Seats.Value"]![0]);
    }

    [Fact]
    public async Task The_people_offered_are_those_whose_roster_one_may_see()
    {
        await site.DefineAsync(Poster.Replace("\"Creatable\":true", "\"Creatable\":true},\"PartyTypeSettings\":{\"NeedsBranch\":true", StringComparison.Ordinal)
            .Replace("\"Poster\"", "\"BranchPoster\"", StringComparison.Ordinal));
        using var secretary = await site.SignInAsync("secretary");
        using var foreigner = await site.SignInAsync("secretary2");

        var own = await secretary.GetStringAsync(New("BranchPoster"), Cancel);
        var other = await foreigner.GetStringAsync(New("BranchPoster"), Cancel);

        var mine = Offered(own);
        Assert.NotEmpty(mine);
        Assert.DoesNotContain(Offered(other), mine.Contains);
    }

    [Fact]
    public async Task Somebody_whose_roster_one_may_not_see_cannot_be_chosen_by_hand()
    {
        await site.DefineAsync(Poster.Replace("\"Creatable\":true", "\"Creatable\":true},\"PartyTypeSettings\":{\"NeedsBranch\":true", StringComparison.Ordinal)
            .Replace("\"Poster\"", "\"BranchPoster\"", StringComparison.Ordinal));
        using var secretary = await site.SignInAsync("secretary");
        using var foreigner = await site.SignInAsync("secretary2");
        var mine = Offered(await secretary.GetStringAsync(New("BranchPoster"), Cancel))[0];
        var theirs = Offered(await foreigner.GetStringAsync(New("BranchPoster"), Cancel))[0];

        var id = await secretary.SavedAsync(New("BranchPoster"), "draft", Hosted(mine));
        using var refused = await secretary.PressAsync(Edit(id), "draft", Hosted(theirs));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("里有您不能选的人", await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(mine, (string?)(await site.PartsAsync(id))["BranchPoster"]!["Host"]!["UserIds"]![0]);
    }

    [Fact]
    public async Task A_draft_is_not_offered_to_point_to()
    {
        await site.DefineAsync(Poster);
        using var secretary = await site.SignInAsync("secretary");
        await secretary.CreateDraftAsync(ContentDeskSteps.Typed("只是草稿的动态", "<p>还没有定。</p>"));
        using var admin = await site.SignInAsync("admin");
        using var member = await site.SignInAsync("member");

        var found = await admin.GetStringAsync("/admin/content/pick?part=Poster&field=Report&q=" + Uri.EscapeDataString("草稿的动态"), Cancel);
        using var refused = await member.GetAsync("/admin/content/pick?part=Poster&field=Report", Cancel);
        using var unknown = await admin.GetAsync("/admin/content/pick?part=Poster&field=Nothing", Cancel);

        Assert.Equal("[]", found);
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task A_title_is_made_by_the_pattern_of_its_type_in_the_editor_and_over_the_api()
    {
        await site.DefineAsync(Poster.Replace("\"Poster\"", "\"DatedPoster\"", StringComparison.Ordinal).Replace(
            """{"PartName":"TitlePart","Name":"TitlePart","Settings":{"ContentTypePartSettings":{"Position":"0"}}}""",
            """{"PartName":"TitlePart","Name":"TitlePart","Settings":{"TitlePartSettings":{"Options":"GeneratedDisabled","Pattern":"{{ ContentItem.Content.DatedPoster.Place.Text }}的活动"}}}""",
            StringComparison.Ordinal));
        using var admin = await site.SignInAsync("admin");
        using var api = await site.AdministratorAsync();

        var form = await admin.GetStringAsync(New("DatedPoster"), Cancel);
        var id = await admin.SavedAsync(New("DatedPoster"), "draft", new() { ["Fields[DatedPoster.Place.Text]"] = "河边" });
        var saved = await api.SavedAsync(JsonNode.Parse("""{"ContentType":"DatedPoster","DisplayText":"别的","DatedPoster":{"Place":{"Text":"山上"}}}""")!);

        Assert.Contains("保存后自动生成", form, StringComparison.Ordinal);
        Assert.DoesNotContain("Fields[TitlePart.Title]", form, StringComparison.Ordinal);
        Assert.Equal("河边的活动", (string?)(await site.PartsAsync(id))["TitlePart"]!["Title"]);
        Assert.Equal(("山上的活动", "山上的活动"), ((string?)saved["DisplayText"], (string?)saved["TitlePart"]!["Title"]));
    }

    [Fact]
    public async Task An_article_within_a_bag_is_written_in_place()
    {
        await site.DefineAsync(Poster.Replace("[\"PosterStep\"]", "[\"PosterStep\",\"BranchNews\"]", StringComparison.Ordinal));
        using var admin = await site.SignInAsync("admin");
        var typed = Steps((PartyCms.Kernel.Content.ContentIds.New(), "1", "", false));
        typed["Fields[Steps.ContentItems[0].ContentType]"] = "BranchNews";
        typed["Fields[Steps.ContentItems[0].TitlePart.Title]"] = "袋里的动态";
        typed["Fields[Steps.ContentItems[0].HtmlBodyPart.Html]"] = "<p>正文。<script>x()</script></p>";
        typed["Fields[Steps.ContentItems[0].ArticlePart.Summary.Text]"] = "摘要";
        typed["Fields[Steps.ContentItems[0].ArticlePart.Pinned.Value]"] = "true";

        var id = await admin.SavedAsync(New("Poster"), "draft", typed);
        var inner = (await site.PartsAsync(id))["Steps"]!["ContentItems"]![0]!;
        var form = await admin.GetStringAsync(Edit(id), Cancel);

        Assert.Equal(("袋里的动态", "<p>正文。</p>"), ((string?)inner["TitlePart"]!["Title"], (string?)inner["HtmlBodyPart"]!["Html"]));
        Assert.Equal("袋里的动态", (string?)inner["DisplayText"]);
        Assert.Contains("Fields[Steps.ContentItems[0].HtmlBodyPart.Html]", form, StringComparison.Ordinal);
        Assert.DoesNotContain("ArticlePart.Pinned", form[form.IndexOf("Steps.ContentItems[0]", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    private static List<string> Offered(string html)
    {
        var select = html[html.IndexOf("name=\"Fields[BranchPoster.Host.UserIds[0]]\"", StringComparison.Ordinal)..];
        return [.. System.Text.RegularExpressions.Regex.Matches(select[..select.IndexOf("</select>", StringComparison.Ordinal)], "<option value=\"([^\"]+)\"")
            .Select(match => match.Groups[1].Value)];
    }

    private static Dictionary<string, string> Hosted(string person) => new()
    {
        ["Fields[TitlePart.Title]"] = "谁来主持",
        ["Fields[BranchPoster.Host.UserIds:shown]"] = "1",
        ["Fields[BranchPoster.Host.UserIds[0]]"] = person,
    };

    private static IEnumerable<string?> Names(JsonObject parts) =>
        parts["Steps"]!["ContentItems"]!.AsArray().Select(item => (string?)item!["PosterStep"]!["What"]!["Text"]);

    private static Dictionary<string, string> Steps(params (string Id, string Order, string What, bool Remove)[] rows)
    {
        var typed = new Dictionary<string, string>
        {
            ["Fields[TitlePart.Title]"] = "两步走",
            ["Fields[Steps.ContentItems:shown]"] = "1",
        };
        for (var i = 0; i < rows.Length; i++)
        {
            var row = $"Fields[Steps.ContentItems[{i}].";
            typed[row + "ContentItemId]"] = rows[i].Id;
            typed[row + "ContentType]"] = "PosterStep";
            typed[row + "Order]"] = rows[i].Order;
            typed[row + "PosterStep.What.Text]"] = rows[i].What;
            if (rows[i].Remove)
            {
                typed[row + "Remove]"] = "true";
            }
        }

        return typed;
    }
}
