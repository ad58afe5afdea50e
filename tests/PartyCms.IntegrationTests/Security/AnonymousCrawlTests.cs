using System.Buffers;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Organization.Contracts;

namespace PartyCms.IntegrationTests.Security;

/// <summary>Walks the site as a stranger: whatever is mapped, and whatever pages link to.</summary>
public sealed partial class AnonymousCrawlTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private const int LargestWalk = 400;

    /// <summary>Mapped by the framework, in Development alone, for assets added while the site runs.</summary>
    private const string DevelopmentAssets = "{**path:file}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IEnumerable<RouteEndpoint> Endpoints =>
        site.Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
            .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    [Fact]
    public void Every_endpoint_states_who_may_call_it()
    {
        var silent = Endpoints
            .Where(endpoint => endpoint.RoutePattern.RawText != DevelopmentAssets
                && endpoint.Metadata.GetMetadata<IAuthorizeData>() is null
                && endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is null
                && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText)
            .Distinct();

        Assert.NotEmpty(Endpoints);
        Assert.Equal([], silent);
    }

    [Fact]
    public async Task No_answer_to_a_stranger_fails_or_names_a_member()
    {
        var names = await site.WithServicesAsync(async services =>
            (await services.GetRequiredService<MemberDirectory>().ListAsync(null, 1000, Cancel))
                .Select(member => member.Name).ToArray());
        var personal = SearchValues.Create(names, StringComparison.Ordinal);
        using var visitor = site.CreateVisitor();
        var waiting = new Queue<string>(Endpoints.Select(Address).Prepend("/").Distinct(StringComparer.Ordinal));
        var seen = new HashSet<string>(waiting, StringComparer.Ordinal);
        var faults = new List<string>();

        for (var walked = 0; walked < LargestWalk && waiting.TryDequeue(out var path); walked++)
        {
            using var answer = await visitor.GetAsync(path, HttpCompletionOption.ResponseContentRead, Cancel);
            if (answer.StatusCode >= HttpStatusCode.InternalServerError)
            {
                faults.Add($"{(int)answer.StatusCode} {path}");
            }

            if (path.StartsWith("/api/", StringComparison.Ordinal) && (int)answer.StatusCode is >= 300 and < 400)
            {
                faults.Add($"a program is sent elsewhere from {path}");
            }

            if (answer.Content.Headers.ContentType?.MediaType is not ("text/html" or "application/json" or "application/problem+json"
                or "application/xml" or "text/xml" or "application/atom+xml" or "application/rss+xml"))
            {
                continue;
            }

            var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
            if (text.AsSpan().ContainsAny(personal))
            {
                faults.Add($"a member's name in {path}");
            }

            foreach (var link in Links().Matches(text).Select(match => match.Groups[1].Value).Where(seen.Add))
            {
                waiting.Enqueue(link);
            }
        }

        Assert.NotEmpty(names);
        Assert.Equal([], faults);
    }

    // Places of the route are filled with what can stand in many: a branch, a day, an unknown name.
    private static string Address(RouteEndpoint endpoint) => "/" + Parameter().Replace(
        endpoint.RoutePattern.RawText ?? "",
        match => match.Groups[1].Value switch
        {
            "branch" or "slug" => "qinghe",
            "date" => "2026-09-16",
            "code" => "404",
            _ => "1",
        }).TrimStart('/');

    [GeneratedRegex("\\{\\**([a-zA-Z]+)[^}]*\\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("href=\"(/(?!account/|display|_content|media/|lib/)[^\"#]*)")]
    private static partial Regex Links();
}
