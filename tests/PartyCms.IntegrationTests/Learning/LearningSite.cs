using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Time;
using PartyCms.Learning.Lessons;
using PartyCms.Learning.Study;
using PartyCms.Organization.Contracts;

namespace PartyCms.IntegrationTests.Learning;

/// <summary>What the tests of the learning module ask of the site again and again.</summary>
internal static class LearningSite
{
    public static readonly int?[] SomeAnswers = [0, 0, 0];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static DateOnly Today(this CmsFactory site) => site.Services.GetRequiredService<SiteTime>().Today;

    public static string Href(DateOnly day) => $"/lessons/{day:yyyy-MM-dd}";

    public static async Task<JsonNode> LessonAsync(this HttpClient client, DateOnly day) =>
        (await client.GetFromJsonAsync<JsonNode>($"/api{Href(day)}", Cancel))!;

    /// <summary>Opens a session for the lesson of a day and returns its address.</summary>
    public static async Task<string> StartSessionAsync(this HttpClient client, DateOnly day)
    {
        var id = (string)(await client.LessonAsync(day))["contentItemId"]!;
        using var answer = await client.PostAsJsonAsync("/api/learning/sessions", new { contentItemId = id }, Cancel);
        answer.EnsureSuccessStatusCode();
        var session = (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel))!;
        return $"/api/learning/sessions/{(string)session["id"]!}";
    }

    public static Task<HttpResponseMessage> FinishByFormAsync(this HttpClient client, DateOnly day) =>
        CmsFactory.PostFormAsync(client, Href(day), new()
        {
            ["Answers[0]"] = "0",
            ["Answers[1]"] = "1",
            ["Answers[2]"] = "0",
            ["Opened"] = "",
        });

    /// <summary>A member's lines of the ledger for one lesson.</summary>
    public static async Task<IReadOnlyList<StudyEntry>> LinesAsync(this CmsFactory site, Guid memberId, string contentItemId) =>
        await site.WithServicesAsync(async services => await services.GetRequiredService<CmsDbContext>().Set<StudyEntry>()
            .Where(entry => entry.MemberId == memberId && entry.ContentItemId == contentItemId).ToListAsync(Cancel));

    /// <summary>The newest past day whose lesson a member has not finished.</summary>
    public static async Task<DateOnly> UnfinishedDayAsync(this CmsFactory site, Guid memberId) =>
        await site.WithServicesAsync(async services =>
        {
            var db = services.GetRequiredService<CmsDbContext>();
            var today = services.GetRequiredService<SiteTime>().Today;
            return await db.Set<LessonRow>()
                .Where(row => row.Day < today
                    && !db.Set<StudyEntry>().Any(entry => entry.MemberId == memberId && entry.ContentItemId == row.ContentItemId))
                .MaxAsync(row => row.Day, Cancel);
        });

    /// <summary>The member behind a demo account.</summary>
    public static async Task<MemberInfo> MemberAsync(this CmsFactory site, string userName) =>
        await site.WithServicesAsync(async services =>
        {
            var accounts = services.GetRequiredService<CmsDbContext>().Set<PartyCms.Accounts.Account>();
            var id = await accounts.Where(account => account.UserName == userName).Select(account => account.Id).SingleAsync(Cancel);
            var members = services.GetRequiredService<MemberDirectory>();
            return (await members.FindByAccountAsync(id, Cancel))!;
        });
}
