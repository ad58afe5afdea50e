using System.Text.Json.Nodes;
using PartyCms.Contents.Editing.Defined;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;

namespace PartyCms.UnitTests.Contents.Defined;

public sealed class EditorPlanTests
{
    private static readonly Dictionary<string, ContentPartDefinition> Definitions = StandardParts.All
        .Append(new ContentPartDefinition
        {
            Name = "Leaflet",
            Fields = [Field("TextField", "Note", 2), Field("DateField", "Day", 1), Field("YoutubeField", "Film", 0)],
        })
        .ToDictionary(part => part.Name);

    [Fact]
    public void Parts_and_fields_stand_in_the_order_of_their_positions()
    {
        var plan = Plan("", Part("Leaflet", position: 1), Part("TitlePart", position: 0));

        Assert.Equal(["TitlePart", "Leaflet"], plan.Parts.Select(part => part.Name));
        Assert.Equal(["Day", "Note"], plan.Parts[1].Fields.Select(field => field.Name));
    }

    [Theory]
    [InlineData("Leaflet.Note.Text", true)]
    [InlineData("Leaflet.Day.Value:local", true)]
    [InlineData("TitlePart.Title", true)]
    [InlineData("Services.ContentItems[0].Service.Name.Text", true)]
    [InlineData("Services.ContentItems:shown", true)]
    [InlineData("Leaflet.Film.RawAddress", false)]
    [InlineData("Leaflet.Secret.Text", false)]
    [InlineData("TitlePart.TitleX", false)]
    [InlineData("PartyBranchPart.BranchId", false)]
    [InlineData("ListPart.Anything", false)]
    [InlineData("Owner", false)]
    public void Only_values_of_planned_fields_are_taken(string key, bool isTaken)
    {
        var plan = Plan("", Part("TitlePart"), Part("Leaflet"), Part("BagPart", "Services"), Part("ListPart"), Part("PartyBranchPart"));

        Assert.Equal(isTaken, plan.Accepts(key));
    }

    [Theory]
    [InlineData("Editable", true)]
    [InlineData("EditableRequired", true)]
    [InlineData("GeneratedHidden", false)]
    [InlineData("GeneratedDisabled", false)]
    public void A_generated_title_is_not_asked_for(string options, bool isAsked)
    {
        var title = new ContentTypePart("TitlePart", "TitlePart", new JsonObject
        {
            ["TitlePartSettings"] = new JsonObject { ["Options"] = options },
        });

        Assert.Equal(isAsked, Plan("", title).HasTitle);
    }

    [Fact]
    public void An_article_shows_only_what_was_added_to_it()
    {
        var plan = EditorPlan.For(
            Type("news", [Part("TitlePart"), Part("HtmlBodyPart"), Part("AutoroutePart"), Part("Leaflet")]), Definitions,
            new HashSet<string> { "Leaflet.Day" });

        Assert.True(plan is { IsArticle: true, HasTitle: true });
        var part = Assert.Single(plan.Parts);
        Assert.Equal(["Note"], part.Fields.Select(field => field.Name));
        Assert.True(part.IsElsewhere);
    }

    [Fact]
    public void An_article_within_a_bag_shows_its_title_and_body_but_no_address()
    {
        var plan = EditorPlan.For(
            Type("news", [Part("TitlePart"), Part("HtmlBodyPart"), Part("AutoroutePart"), Part("PartyBranchPart"), Part("Leaflet")]), Definitions,
            new HashSet<string>(), isContained: true);

        Assert.Equal(["TitlePart", "HtmlBodyPart", "Leaflet"], plan.Parts.Where(part => part.IsEdited).Select(part => part.Name));
        Assert.False(plan.IsArticle);
    }

    [Theory]
    [InlineData("Editable", "{{ ContentItem.Author }}", false, false)]
    [InlineData("Editable", null, true, false)]
    [InlineData("EditableRequired", "{{ ContentItem.Author }}", true, false)]
    [InlineData("GeneratedHidden", "{{ ContentItem.Author }}", false, true)]
    [InlineData("2", "{{ ContentItem.Author }}", false, true)]
    [InlineData("GeneratedDisabled", null, false, false)]
    public void A_pattern_makes_the_title_that_nobody_must_write(string options, string? pattern, bool isNeeded, bool isMade)
    {
        var plan = Plan("", new ContentTypePart("TitlePart", "TitlePart", new JsonObject
        {
            ["TitlePartSettings"] = new JsonObject { ["Options"] = options, ["Pattern"] = pattern },
        }));

        Assert.Equal((isNeeded, isMade), (plan.NeedsTitle, plan.MakesTitle));
    }

    private static EditorPlan Plan(string prefix, params IReadOnlyList<ContentTypePart> parts) =>
        EditorPlan.For(Type(prefix, parts), Definitions, new HashSet<string>());

    private static ContentType Type(string prefix, IReadOnlyList<ContentTypePart> parts) => new("Leaflet", "传单", prefix, "", "", false)
    {
        Definition = new ContentTypeDefinition { Name = "Leaflet", DisplayName = "传单", Parts = parts },
    };

    private static ContentTypePart Part(string kind, string? name = null, int position = 0) => new(kind, name ?? kind, new JsonObject
    {
        ["ContentTypePartSettings"] = new JsonObject { ["Position"] = $"{position}" },
    });

    private static ContentFieldDefinition Field(string kind, string name, int position) => new(kind, name, new JsonObject
    {
        ["ContentPartFieldSettings"] = new JsonObject { ["Position"] = $"{position}" },
    });
}
