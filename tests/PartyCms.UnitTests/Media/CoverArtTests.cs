using System.Text;
using System.Xml.Linq;
using PartyCms.Media.Covers;

namespace PartyCms.UnitTests.Media;

public sealed class CoverArtTests
{
    public static TheoryData<string> Styles => [.. CoverArt.Styles];

    [Fact]
    public void There_are_eight_styles() =>
        Assert.Equal(["bridge", "grid", "hills", "lanterns", "leaves", "paper", "skyline", "waves"], CoverArt.Styles);

    [Theory]
    [MemberData(nameof(Styles))]
    public void The_same_seed_gives_the_same_picture(string style) =>
        Assert.Equal(CoverArt.Draw(style, "春分-植树"), CoverArt.Draw(style, "春分-植树"));

    [Theory]
    [MemberData(nameof(Styles))]
    public void Another_seed_gives_another_picture(string style) =>
        Assert.NotEqual(CoverArt.Draw(style, "one"), CoverArt.Draw(style, "two"));

    [Theory]
    [MemberData(nameof(Styles))]
    public void A_picture_is_small_well_formed_and_holds_no_script_and_no_text(string style)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var picture = CoverArt.Draw(style, "seed-" + seed)!;
            var root = XDocument.Parse(picture).Root!;

            Assert.Equal("0 0 1200 675", root.Attribute("viewBox")!.Value);
            Assert.InRange(Encoding.UTF8.GetByteCount(picture), 1, 6144);
            Assert.DoesNotContain(root.Descendants(), element => element.Name.LocalName is "script" or "text" or "foreignObject" or "image");
            Assert.DoesNotContain(
                root.Descendants().Attributes(),
                attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal)
                    || (attribute.Name.LocalName == "href" && attribute.Value[0] != '#'));
        }
    }

    [Fact]
    public void An_unknown_style_draws_nothing() => Assert.Null(CoverArt.Draw("portrait", "seed"));

    [Fact]
    public void Seeds_spread_over_all_palettes() =>
        Assert.True(Enumerable.Range(0, 200).Select(seed => new CoverRandom("hills-" + seed).Between(0, 5)).Distinct().Count() == 6);

    [Fact]
    public void Numbers_of_a_seed_never_change()
    {
        var random = new CoverRandom("partycms");

        Assert.Equal([80, 58, 22, 31], [random.Between(0, 99), random.Between(0, 99), random.Between(0, 99), random.Between(0, 99)]);
    }
}
