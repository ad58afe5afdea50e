using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Text;
using PartyCms.Kernel.Web;

namespace PartyCms.Search.Queries;

/// <summary><c>GET /api/search/suggest</c>: titles while somebody types.</summary>
internal static class SuggestEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/search/suggest", Suggest).WithName("SuggestTitles").WithTags("Search").AllowAnonymous()
            .WithSummary("Suggest titles")
            .WithDescription("At most eight published titles that hold what was typed, those that begin with it first.")
            .ProducesValidationProblem();

    private static async Task<Results<Ok<SuggestAnswer>, ProblemHttpResult>> Suggest(
        [Description("What was typed so far, at most 100 characters")] string? q,
        HttpContext http,
        SuggestTitles titles,
        CancellationToken cancellationToken)
    {
        if (q?.Length > SearchContent.MaxQueryLength)
        {
            return CommonProblems.Validation(
                "q", FormattableString.Invariant($"Give at most {SearchContent.MaxQueryLength} characters."));
        }

        // A reader who types, deletes and types again asks the same twice; a title that was withdrawn is gone soon.
        http.Response.Headers.CacheControl = "private, max-age=30";
        http.Response.Headers.Vary = "Cookie";
        var found = await titles.FindAsync(q ?? "", cancellationToken);
        var isTraditional = DisplayPreferences.Of(http.Request).Script == "hant";
        return TypedResults.Ok(new SuggestAnswer([.. found.Select(summary => ToSuggestion(summary, isTraditional))]));
    }

    // The answer is shown within a page, so it comes in the characters of the page.
    private static Suggestion ToSuggestion(ContentSummary summary, bool isTraditional) => new(
        isTraditional ? ChineseScript.ToTraditional(summary.Title) : summary.Title, summary.Href, summary.ContentType);
}

/// <summary>Titles that hold what was typed.</summary>
/// <param name="Items">At most eight; those that begin with it first, then the newest.</param>
internal sealed record SuggestAnswer(IReadOnlyList<Suggestion> Items);

/// <summary>One title.</summary>
/// <param name="Title">Title, in the characters the reader chose.</param>
/// <param name="Url">Address on this site, encoded.</param>
/// <param name="ContentType">Name of its type.</param>
internal sealed record Suggestion(string Title, string Url, string ContentType);
