using System.Text.Json.Nodes;
using PartyCms.Disclosure.Documents;
using PartyCms.Kernel.Content;

namespace PartyCms.UnitTests.Disclosure;

public sealed class DisclosureRulesTests
{
    [Fact]
    public void A_complete_document_has_no_fault() => Assert.Empty(DisclosureRules.Check(Complete(), isComplete: true));

    [Theory]
    [InlineData(DisclosureFields.Group, "")]
    [InlineData(DisclosureFields.Group, "Gossip")]
    [InlineData(DisclosureFields.Group, "5")]
    [InlineData(DisclosureFields.Rhythm, "")]
    [InlineData(DisclosureFields.Rhythm, "regular")]
    [InlineData(DisclosureFields.Scope, "Unit")]
    public void A_wrong_value_is_told_beside_its_field(string path, string value)
    {
        var parts = Complete();
        parts.Set(path, value);

        Assert.Equal(path, Assert.Single(DisclosureRules.Check(parts, isComplete: true)).Path);
    }

    [Fact]
    public void The_statement_must_be_ticked()
    {
        var parts = Complete();
        parts.Set(DisclosureFields.Statement, false);

        Assert.Equal(DisclosureFields.Statement, Assert.Single(DisclosureRules.Check(parts, isComplete: true)).Path);
    }

    [Fact]
    public void A_draft_may_be_empty() => Assert.Empty(DisclosureRules.Check([], isComplete: false));

    [Fact]
    public void A_draft_may_not_be_wrong()
    {
        var parts = new JsonObject();
        parts.Set(DisclosureFields.Group, "Gossip");

        Assert.Single(DisclosureRules.Check(parts, isComplete: false));
    }

    private static JsonObject Complete()
    {
        var parts = new JsonObject();
        parts.Set(DisclosureFields.Group, nameof(DisclosureGroup.Dues));
        parts.Set(DisclosureFields.Rhythm, nameof(DisclosureRhythm.Regular));
        parts.Set(DisclosureFields.Statement, true);
        return parts;
    }
}
