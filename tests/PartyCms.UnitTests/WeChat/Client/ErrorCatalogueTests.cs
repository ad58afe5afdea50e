using PartyCms.WeChat.Client.Errors;

namespace PartyCms.UnitTests.WeChat.Client;

public sealed class ErrorCatalogueTests
{
    /// <summary>The codes that WeChat documents for what the site calls, by what they ask for.</summary>
    public static TheoryData<string, int[]> Documented => new()
    {
        { nameof(ErrorClass.Busy), [-1, 61450, 61503] },
        { nameof(ErrorClass.Token), [40001, 40014, 42001, 41001] },
        { nameof(ErrorClass.Authorization), [40029, 40163, 42003, 40030, 42002, 42007] },
        {
            nameof(ErrorClass.Configuration),
            [40002, 40013, 40125, 41002, 41004, 40164, 40243, 43002, 50004, 50007, 89503, 89506, 89507, 61004]
        },
        { nameof(ErrorClass.Quota), [45009, 45011, 45028, 45047, 48006, 53501] },
        { nameof(ErrorClass.Permission), [48001, 48002, 48003, 48004, 48008, 50001, 50002, 53010, 53500] },
        {
            nameof(ErrorClass.Input),
            [
                40003, .. Range(40004, 40012), 40033, 40035, 40037, 40097, 40113, 40114, 40118, 40137, 40155, 41005, 41006, 41030, 41039,
                .. Range(44001, 44004), .. Range(45001, 45008), 45110, 45166, 46001, 47001, 47003,
            ]
        },
        { nameof(ErrorClass.Input), [.. Range(40015, 40028), 40054, 40055, 45010, 46002, 46003, 65301, 65303, 65316, 65317] },
        { nameof(ErrorClass.Input), [61500, 61501] },
        { nameof(ErrorClass.Input), [40059, 40152, 45056, 45058, 45059, 45067, 45157, 45158, 45159, 49003, 45072] },
        { nameof(ErrorClass.Input), [53404, 53405, 53406, 53502, 53503, 53504, 53505, 53600, 88000] },
        { nameof(ErrorClass.Input), [40201, 40202, 40203, .. Range(76001, 76004), 76021, 76022] },
        { nameof(ErrorClass.Duplicate), [45065, 45066] },
        { nameof(ErrorClass.Recipient), [43004, 43019, 43101, 43116, 45015, 45080, 45081, 50005] },
    };

    [Theory]
    [MemberData(nameof(Documented))]
    public void A_documented_code_asks_for_what_WeChat_says(string kind, int[] codes) =>
        Assert.Equal([], codes.Where(code => !ErrorCatalogue.Codes.Contains(code)
            || ErrorCatalogue.Explain(code).Class.ToString() != kind));

    [Fact]
    public void The_refusals_of_conditional_menus_are_all_known() =>
        Assert.Equal([], Range(65301, 65317).Except(ErrorCatalogue.Codes));

    [Fact]
    public void Each_explanation_says_in_Chinese_what_it_means_and_what_to_do()
    {
        Assert.NotEmpty(ErrorCatalogue.Codes);
        Assert.All(ErrorCatalogue.Codes, code =>
        {
            var explanation = ErrorCatalogue.Explain(code);
            Assert.EndsWith("。", explanation.Meaning, StringComparison.Ordinal);
            Assert.EndsWith("。", explanation.Remedy, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void An_unknown_code_is_never_repeated() => Assert.Equal(ErrorClass.Input, ErrorCatalogue.Explain(99999).Class);

    [Theory]
    [InlineData(nameof(ErrorClass.Busy))]
    [InlineData(nameof(ErrorClass.UnknownOutcome))]
    [InlineData(nameof(ErrorClass.Configuration))]
    public void A_failure_without_a_code_is_explained_too(string kind) =>
        Assert.NotEqual(ErrorCatalogue.Explain(99999).Meaning, ErrorCatalogue.Explain(Enum.Parse<ErrorClass>(kind)).Meaning);

    private static IEnumerable<int> Range(int first, int last) => Enumerable.Range(first, last - first + 1);
}
