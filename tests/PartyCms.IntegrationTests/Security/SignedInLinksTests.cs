using System.Net;
using System.Text.RegularExpressions;

namespace PartyCms.IntegrationTests.Security;

/// <summary>Follows every link of the administration and of the own pages, as each role: none may lead nowhere.</summary>
public sealed partial class SignedInLinksTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private const int MostPages = 250;

    private static readonly string[] Starts = ["/admin", "/admin/disclosures", "/me"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("secretary")]
    [InlineData("reviewer")]
    [InlineData("approver")]
    [InlineData("admin")]
    public async Task Every_link_that_is_shown_may_be_followed(string account)
    {
        using var client = await site.SignInAsync(account);
        var seen = Starts.ToDictionary(start => start, _ => "the menu", StringComparer.Ordinal);
        var waiting = new Queue<string>(Starts);
        var broken = new List<string>();
        var followed = 0;
        while (followed < MostPages && waiting.TryDequeue(out var path))
        {
            followed++;
            using var answer = await client.GetAsync(path, Cancel);
            if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or >= HttpStatusCode.InternalServerError
                || answer.Headers.Location?.OriginalString.Contains("/error/", StringComparison.Ordinal) == true)
            {
                broken.Add($"{path} (shown on {seen[path]}): {(int)answer.StatusCode}");
            }

            if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            foreach (Match link in Link().Matches(await answer.Content.ReadAsStringAsync(Cancel)))
            {
                var next = WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0];
                if (seen.TryAdd(next, path))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        Assert.True(followed > 3, $"Only {followed} pages were found.");
        Assert.Equal("", string.Join(Environment.NewLine, broken));
    }

    // Pages of people; public articles, feeds and files have tests of their own.
    [GeneratedRegex("<a\\b[^>]*?\\bhref=\"(/(?:admin|me|account/password)(?:[/?][^\"]*)?)\"")]
    private static partial Regex Link();
}
