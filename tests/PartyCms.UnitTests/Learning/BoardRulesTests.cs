using PartyCms.Learning.Boards;

namespace PartyCms.UnitTests.Learning;

public sealed class BoardRulesTests
{
    private static readonly DateOnly Today = new(2026, 9, 16);

    [Fact]
    public void V12_equal_values_stand_in_one_group()
    {
        var board = BoardRules.Make(Entries(20, 20, 19, 18, 18), Today);

        Assert.Equal([(1, 20, 2), (2, 19, 1), (3, 18, 2)], board.Groups.Select(group => (group.Place, group.Value, group.Names.Count)));
    }

    [Fact]
    public void V13_four_who_agreed_make_no_board() => Assert.True(BoardRules.Make(Entries(20, 19, 18, 17), Today).IsHidden);

    [Fact]
    public void Only_ten_groups_are_shown()
    {
        var board = BoardRules.Make(Entries([.. Enumerable.Range(1, 15)]), Today);

        Assert.Equal(Enumerable.Range(6, 10).Reverse(), board.Groups.Select(group => group.Value));
    }

    [Fact]
    public void Nobody_stands_there_with_nothing() =>
        Assert.Equal([3], BoardRules.Make(Entries(3, 0, 0, 0, 0), Today).Groups.Select(group => group.Value));

    [Fact]
    public void The_order_inside_a_group_turns_with_the_days()
    {
        var entries = Entries([.. Enumerable.Repeat(7, 12)]);

        var orders = Enumerable.Range(0, 5)
            .Select(day => string.Join(",", BoardRules.Make(entries, Today.AddDays(day)).Groups[0].Names)).Distinct();

        Assert.Equal(5, orders.Count());
    }

    [Fact]
    public void The_order_inside_a_group_is_the_same_all_day() => Assert.Equal(
        BoardRules.Make(Entries(7, 7, 7, 7, 7), Today).Groups[0].Names,
        BoardRules.Make(Entries(7, 7, 7, 7, 7).Reverse().ToList(), Today).Groups[0].Names);

    [Theory]
    [InlineData(20, 1)]
    [InlineData(19, 2)]
    [InlineData(10, 4)]
    public void A_place_counts_groups_above(int value, int place) =>
        Assert.Equal(place, BoardRules.PlaceOf(value, Entries(20, 20, 19, 18, 18)));

    [Theory]
    [InlineData("示春一", "示×")]
    [InlineData("示", "示×")]
    [InlineData("𠮷野家", "𠮷×")]
    [InlineData("", "×")]
    public void A_masked_name_keeps_its_first_character(string name, string masked) => Assert.Equal(masked, BoardRules.Mask(name));

    [Theory]
    [InlineData("2026-09-01", true)]
    [InlineData("2026-10-01", false)]
    [InlineData("2026-06-01", true)]
    [InlineData("2026-05-01", false)]
    public void A_months_board_goes_ninety_days_after_the_month(string month, bool shown)
    {
        var first = DateOnly.Parse(month, null);

        Assert.Equal(shown, BoardRules.IsShown(first, first.AddMonths(1), Today));
    }

    [Theory]
    [InlineData("2026-09", true)]
    [InlineData("2026-13", false)]
    [InlineData("2026", false)]
    [InlineData("", false)]
    public void A_period_of_days_is_a_month(string text, bool valid) =>
        Assert.Equal(valid, BoardPeriod.Parse(BoardKind.Days, text) is not null);

    private static BoardEntry[] Entries(params int[] values) =>
        [.. values.Select((value, index) => new BoardEntry(new Guid(index + 1, 0, 0, new byte[8]), $"示{index}", value))];
}
