using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;

namespace PartyCms.UnitTests.Content;

public sealed class ChangeNotesTests
{
    private static readonly DateTimeOffset At = new(2026, 9, 16, 4, 0, 0, TimeSpan.Zero);

    private static JsonObject Live => Parse("""{"ChangeNotePart":{"Notes":[{"Utc":"2026-09-01T00:00:00Z","Text":"改了地点"}]}}""");

    [Fact]
    public void A_major_change_adds_its_note_in_front_with_the_moment_of_publication()
    {
        var parts = Parse("""{"ChangeNotePart":{"Kind":{"Text":"major"},"Note":{"Text":" 改了时间 "}}}""");

        ChangeNotes.Settle(parts, Live, At);

        Assert.Equal(["改了时间", "改了地点"], ChangeNotes.Read(parts).Select(note => note.Text));
        Assert.Equal(At, ChangeNotes.Read(parts)[0].At);
        Assert.Null(parts.Find(ChangeNotes.Kind) ?? parts.Find(ChangeNotes.Note));
    }

    [Theory]
    [InlineData("""{"ChangeNotePart":{"Kind":{"Text":"minor"},"Note":{"Text":"不该出现"}}}""")]
    [InlineData("""{"ChangeNotePart":{"Note":{"Text":"没有选"}}}""")]
    [InlineData("""{"ChangeNotePart":{"Notes":[{"Utc":"2020-01-01T00:00:00Z","Text":"编造的"}]}}""")]
    [InlineData("{}")]
    public void Otherwise_the_notes_of_the_public_version_pass_on_as_they_are(string parts)
    {
        var next = Parse(parts);

        ChangeNotes.Settle(next, Live, At);

        Assert.Equal(["改了地点"], ChangeNotes.Read(next).Select(note => note.Text));
    }

    [Fact]
    public void The_first_publication_has_no_note_and_keeps_an_imported_list()
    {
        var parts = Live;
        parts.Set(ChangeNotes.Kind, "major");
        parts.Set(ChangeNotes.Note, "第一次发");

        ChangeNotes.Settle(parts, null, At);

        Assert.Equal(["改了地点"], ChangeNotes.Read(parts).Select(note => note.Text));
    }

    [Theory]
    [InlineData("major", "", true, "请写明改了什么，读者会看到。")]
    [InlineData("major", "  ", true, "请写明改了什么，读者会看到。")]
    [InlineData("major", "", false, null)]
    [InlineData("minor", "", true, null)]
    [InlineData("major", "改了时间", true, null)]
    public void A_note_is_asked_for_where_readers_are_to_be_told(string kind, string note, bool isNewEdition, string? problem)
    {
        var parts = new JsonObject();
        parts.Set(ChangeNotes.Kind, kind);
        parts.Set(ChangeNotes.Note, note);
        var problems = new List<ContentProblem>();

        ChangeNotes.Check(parts, isNewEdition, problems);

        Assert.Equal(problem, problems.SingleOrDefault()?.Message);
    }

    [Fact]
    public void An_item_without_notes_is_not_touched() =>
        Assert.False(ChangeNotes.Settle(Parse("""{"TitlePart":{"Title":"甲"}}"""), Parse("{}"), At));

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
