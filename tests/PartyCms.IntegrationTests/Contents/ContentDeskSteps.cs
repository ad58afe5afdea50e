using System.Text.RegularExpressions;

namespace PartyCms.IntegrationTests.Contents;

/// <summary>What a secretary does at the desk, over HTTP.</summary>
internal static class ContentDeskSteps
{
    public const string NewItem = "/admin/content/edit?type=BranchNews";

    public static string Edit(string id) => "/admin/content/edit/" + id;

    public static Dictionary<string, string> Typed(string title, string body, string? slug = null) => new()
    {
        ["Fields[TitlePart.Title]"] = title,
        ["Fields[HtmlBodyPart.Html]"] = body,
        ["Fields[AutoroutePart.Path]"] = slug ?? "",
    };

    /// <summary>Sends the editor's form with one of its buttons.</summary>
    public static Task<HttpResponseMessage> PressAsync(
        this HttpClient client, string page, string button, Dictionary<string, string> typed) =>
        CmsFactory.PostFormAsync(client, page, typed, page + (page.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "handler=" + button);

    /// <summary>Makes a draft and gives its id.</summary>
    public static async Task<string> CreateDraftAsync(this HttpClient client, Dictionary<string, string> typed)
    {
        using var answer = await client.PressAsync(NewItem, "draft", typed);
        return answer.Headers.Location!.OriginalString["/admin/content/edit/".Length..];
    }

    /// <summary>Publishes a new item and gives its id.</summary>
    public static async Task<string> PublishAsync(
        this HttpClient client, string title, string slug, Dictionary<string, string>? more = null)
    {
        var typed = Typed(title, "<p>正文。</p>", slug);
        typed["NewId"] = await client.HiddenAsync(NewItem, "NewId");
        foreach (var (name, value) in more ?? [])
        {
            typed[name] = value;
        }

        using var answer = await client.PressAsync(NewItem, "publish", typed);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return typed["NewId"];
    }

    /// <summary>The value of a hidden input of a page.</summary>
    public static async Task<string> HiddenAsync(this HttpClient client, string page, string name)
    {
        var html = await client.GetStringAsync(page, TestContext.Current.CancellationToken);
        return Regex.Match(html, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value;
    }
}
