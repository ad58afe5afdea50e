using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Disclosure.Documents;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Security;
using PartyCms.Organization.Contracts;

namespace PartyCms.IntegrationTests.Disclosure;

/// <summary>Drafts and steps for the tests of the procedure.</summary>
internal static partial class DisclosureDrafts
{
    /// <summary>Adds a complete draft and returns its id.</summary>
    public static Task<string> AddDraftAsync(
        this CmsFactory site, string title, string html = "<p>收支已核对。</p>", string branch = "qinghe", string? id = null) =>
        site.WithServicesAsync(async services =>
        {
            var cancellationToken = TestContext.Current.CancellationToken;
            services.GetRequiredService<Caller>().ActAsSystem();
            var unit = await services.GetRequiredService<BranchDirectory>().FindAsync(branch, cancellationToken);
            var parts = new System.Text.Json.Nodes.JsonObject();
            parts.Set(ContentParts.Title, title);
            parts.Set(ContentParts.Body, html);
            parts.Set(ContentParts.Branch, unit!.Id.ToString());
            parts.Set(DisclosureFields.Group, "Dues");
            parts.Set(DisclosureFields.Rhythm, "Regular");
            parts.Set(DisclosureFields.Statement, true);
            var outcome = await services.GetRequiredService<ContentStore>().SaveDraftAsync(
                new ContentEdit { ContentItemId = id, ContentType = DisclosureFields.ContentType, Parts = parts }, cancellationToken);
            Assert.True(outcome.IsDone);
            return outcome.Item.ContentItemId;
        });

    /// <summary>Takes a step through the page, as a person would.</summary>
    public static async Task<HttpResponseMessage> TakeStepAsync(this HttpClient client, string id, string act, string opinion = "")
    {
        var page = $"/admin/disclosures/{id}";
        var html = await client.GetStringAsync(page, TestContext.Current.CancellationToken);
        return await CmsFactory.PostFormAsync(client, page, Fields(Seen().Match(html).Groups[1].Value, act, opinion));
    }

    /// <summary>Posts a step without looking at the page, with the antiforgery token of another form.</summary>
    public static Task<HttpResponseMessage> ForceStepAsync(this HttpClient client, string id, string act, string tokenPage, string seen = "x.1") =>
        CmsFactory.PostFormAsync(client, tokenPage, Fields(seen, act, "理由"), $"/admin/disclosures/{id}");

    /// <summary>The stamp of the text on a page.</summary>
    public static async Task<string> SeenAsync(this HttpClient client, string id) => Seen().Match(
        await client.GetStringAsync($"/admin/disclosures/{id}", TestContext.Current.CancellationToken)).Groups[1].Value;

    private static Dictionary<string, string> Fields(string seen, string act, string opinion) => new()
    {
        ["Seen"] = seen,
        ["Act"] = act,
        ["Opinion"] = opinion,
        ["Checks[0]"] = "secrecy",
        ["Checks[1]"] = "necessity",
        ["Checks[2]"] = "accuracy",
    };

    [GeneratedRegex("name=\"Seen\" value=\"([^\"]+)\"")]
    private static partial Regex Seen();
}
