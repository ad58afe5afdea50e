using System.Diagnostics.CodeAnalysis;
using System.Text;
using PartyCms.Kernel.Text;

namespace PartyCms.UnitTests.Text;

public sealed class HtmlSanitizerSafetyTests
{
    /// <summary>How many characters of result one of the source can make: a tag of four letters inside seven formats and a link.</summary>
    private const int LargestSwelling = 64;

    /// <summary>Attacks that live on their wording and not on their size.</summary>
    private static readonly List<string> Short = [.. AttackCorpus.Strings.Where(attack => attack.Length < 500)];

    private static readonly string[] Fragments =
    [
        "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i>", "</i>", "<a href=/x>", "<a href=javascript:x>",
        "</a>", "<ul>", "</ul>", "<ol>", "<li>", "</li>", "<table>", "<tr>", "<td>", "<th>", "<tbody>", "<caption>",
        "<colgroup>", "<col span=2>", "</td>", "</tr>", "</table>", "<blockquote>", "</blockquote>", "<figure>",
        "<figcaption>", "</figcaption>", "</figure>", "<h1>", "</h1>", "<h3>", "<pre>", "</pre>", "<br>", "<hr>",
        "<img src=/a.png>", "<img data-src=//b/c.png>", "<svg>", "</svg>", "<math>", "<style>", "</style>",
        "<script>", "</script>", "<template>", "</template>", "<video src=/v.mp4>", "</video>",
        "<span style='font-weight:bold;mso-list:Ignore'>", "<span style=text-decoration:underline>", "</span>",
        "<font>", "<center>", "<p style='text-align:right' class=lead>", "<td align=center>", "<section hidden>",
        "</section>", "<select>", "<textarea>", "</textarea>", "<noscript>", "</noscript>", "<!--", "-->",
        "<![CDATA[", "]]>", "&nbsp;", "&lt;", "&", "\"", "'", " ", "\n", "　", "文", "字a", "1.", "\u200B", "\u0000",
        "\uD83D\uDE00", "\uD800", "<o:p>", "<sub>", "<sup>", "<code>", "</code>", "<u>", "<del>",
    ];

    [Theory]
    [InlineData("<img src=\"/a.png\" alt=\"\" onerror=\"x\">")]
    [InlineData("<a href=\"javascript:x\">x</a>")]
    [InlineData("<a href=\"//evil.example\">x</a>")]
    [InlineData("<a href=\"https://a.example\">x</a>")]
    [InlineData("<p>x<!-- y --></p>")]
    [InlineData("<p><p>x</p></p>")]
    [InlineData("<section>x</section>")]
    public void The_check_itself_sees_what_is_wrong(string html)
    {
        Assert.NotNull(CleanHtmlAssert.Fault(html));
    }

    [Fact]
    public void Nothing_active_is_left_of_any_known_attack()
    {
        var faults = AttackCorpus.Strings
            .Select(attack => (Attack: attack, Fault: CleanHtmlAssert.Fault(HtmlSanitizer.Clean(attack))))
            .Where(result => result.Fault is not null);

        Assert.Empty(faults);
    }

    [Fact]
    public void Cleaning_an_attack_twice_changes_nothing_more()
    {
        var changing = AttackCorpus.Strings.Where(attack => IsUnstable(HtmlSanitizer.Clean(attack)));

        Assert.Empty(changing);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_mixture_of_tags_comes_out_safe_and_stable(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 1_000; i++)
        {
            AssertSafeAndStable(Mixture(random));
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Any_mutation_of_an_attack_comes_out_safe_and_stable(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 1_000; i++)
        {
            AssertSafeAndStable(Mutation(random));
        }
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    [InlineData(24)]
    public void Any_page_comes_out_safe_stable_and_bounded(int seed)
    {
        var pages = new RandomHtml(seed);
        for (var i = 0; i < 1_000; i++)
        {
            AssertSafeAndStable(pages.Next());
        }
    }

    [Theory]
    [InlineData("<a href=/x><b><i><u><s><sub><sup><code>", "<p>x")]
    [InlineData("<a href=\"https://a.gov.cn/x\" title=\"&&&&&&&&&&&&&&&&&&&&\"><b>", "<p>x")]
    [InlineData("<a href=\"/专栏专栏专栏专栏专栏专栏专栏专栏专栏专栏专栏专栏专栏专栏\">", "<p>x")]
    [InlineData("<a href=/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx>", "x<audio src=/></audio>")]
    [InlineData("<center><table>", "<td>&")]
    [InlineData("<b><i><u>", "<img src=/>x")]
    [InlineData("", "<li>&")]
    public void A_source_made_to_swell_stays_bounded(string head, string repeated)
    {
        AssertSafeAndStable(head + string.Concat(Enumerable.Repeat(repeated, 2_000)));
    }

    [Fact]
    public void A_link_around_everything_ends_where_it_would_swell_the_text()
    {
        var clean = HtmlSanitizer.Clean("<a href=/" + new string('x', 999) + ">" + string.Concat(Enumerable.Repeat("<p>文", 50)));

        Assert.Equal(5, clean.Split("<a ").Length);
        Assert.EndsWith("<p>文</p>", clean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<span style=font-weight:bold>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<blockquote><p>")]
    [InlineData("<a href=/x>")]
    [InlineData("<svg>")]
    [InlineData("<b id=x><p>")]
    public void Ten_thousand_nested_tags_neither_crash_nor_nest_the_result(string tag)
    {
        var clean = HtmlSanitizer.Clean(string.Concat(Enumerable.Repeat(tag, 10_000)) + "文字");

        Assert.Null(CleanHtmlAssert.Fault(clean));
        Assert.InRange(CleanHtmlAssert.Depth(clean), 0, 60);
    }

    [Fact]
    public void Formatting_that_is_never_closed_costs_no_more_than_its_length()
    {
        var source = new StringBuilder();
        for (var i = 0; i < 5_000; i++)
        {
            source.Append("<p><b id=").Append(i).Append("><table><td></b>文</table>");
        }

        var clean = HtmlSanitizer.Clean(source.ToString());

        Assert.True(clean.Length < source.Length * 3, $"{clean.Length} characters");
    }

    [SuppressMessage("Security", "CA5394", Justification = "Test data must be the same in every run.")]
    private static string Mixture(Random random)
    {
        var source = new StringBuilder();
        for (var parts = random.Next(1, 30); parts > 0; parts--)
        {
            source.Append(Fragments[random.Next(Fragments.Length)]);
        }

        return source.ToString();
    }

    [SuppressMessage("Security", "CA5394", Justification = "Test data must be the same in every run.")]
    private static string Mutation(Random random)
    {
        var source = Short[random.Next(Short.Count)];
        for (var edits = random.Next(1, 6); edits > 0; edits--)
        {
            var at = random.Next(source.Length + 1);
            source = random.Next(4) switch
            {
                0 => source.Insert(at, Fragments[random.Next(Fragments.Length)]),
                1 => source.Remove(at, Math.Min(random.Next(4), source.Length - at)),
                2 => source.Insert(at, Short[random.Next(Short.Count)]),
                _ => source[at..] + source[..at],
            };
        }

        return source;
    }

    private static void AssertSafeAndStable(string source)
    {
        var clean = HtmlSanitizer.Clean(source);

        Assert.True(CleanHtmlAssert.Fault(clean) is null, $"{source}\n→ {clean}\n→ {CleanHtmlAssert.Fault(clean)}");
        Assert.True(!IsUnstable(clean), $"{source}\n→ {clean}\n→ {HtmlSanitizer.Clean(clean)}");
        Assert.True(clean.Length <= (source.Length * LargestSwelling) + 200, $"{source}\n→ {clean.Length} characters");
    }

    private static bool IsUnstable(string clean) => HtmlSanitizer.Clean(clean) != clean;
}
