using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Data;
using PartyCms.Media.Files;
using PartyCms.Media.Folders;

namespace PartyCms.IntegrationTests.Media;

public sealed partial class MediaFolderTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_folder_is_made_renamed_moved_and_deleted_with_what_is_below_it()
    {
        using var secretary = await site.SignInAsync("secretary");
        var year = await CreateAsync(secretary, "2026");
        var day = await CreateAsync(secretary, "党日", year.Id);
        var photos = await CreateAsync(secretary, "照片", day.Id);

        await PostAsync(secretary, "Move", new() { ["folder"] = Text(day.Id), ["name"] = "主题党日" });
        var moved = await FindAsync(photos.Id);
        await PostAsync(secretary, "Delete", new() { ["folder"] = Text(day.Id) });
        var kept = await FindAsync(day.Id);
        await PostAsync(secretary, "Delete", new() { ["folder"] = Text(photos.Id) });
        await PostAsync(secretary, "Delete", new() { ["folder"] = Text(day.Id) });

        Assert.Equal(("2026/党日/照片", "主题党日/照片"), (photos.Path, moved!.Path));
        Assert.NotNull(kept);
        Assert.Null(await FindAsync(day.Id));
    }

    [Fact]
    public async Task Two_folders_of_a_unit_never_have_the_same_path_and_two_units_may()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var other = await site.SignInAsync("secretary2");
        await CreateAsync(secretary, "Photos");

        await PostAsync(secretary, "Folder", new() { ["name"] = "photos" });
        await PostAsync(other, "Folder", new() { ["name"] = "photos" });

        Assert.Equal(["Photos", "photos"], (await AllAsync()).Select(row => row.Name).Where(name =>
            name.Equals("photos", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_folder_never_moves_into_itself()
    {
        using var secretary = await site.SignInAsync("secretary");
        var outer = await CreateAsync(secretary, "外层");
        var inner = await CreateAsync(secretary, "内层", outer.Id);

        await PostAsync(secretary, "Move", new() { ["folder"] = Text(outer.Id), ["name"] = "外层", ["parent"] = Text(inner.Id) });

        Assert.Equal("外层", (await FindAsync(outer.Id))!.Path);
    }

    [Fact]
    public async Task The_seventh_level_is_refused()
    {
        using var secretary = await site.SignInAsync("secretary");
        Guid? parent = null;
        for (var level = 1; level <= FolderName.MostDepth; level++)
        {
            parent = (await CreateAsync(secretary, "层" + level, parent)).Id;
        }

        await PostAsync(secretary, "Folder", new() { ["name"] = "层7", ["folder"] = Text(parent!.Value) });

        Assert.DoesNotContain(await AllAsync(), row => row.Name == "层7");
    }

    [Fact]
    public async Task A_folder_with_a_file_in_it_stays()
    {
        using var secretary = await site.SignInAsync("secretary");
        var folder = await CreateAsync(secretary, "有文件");
        var file = await UploadAsync(secretary, "里面.mp3", 11, folder.Id);

        await PostAsync(secretary, "Delete", new() { ["folder"] = Text(folder.Id) });

        Assert.Equal(folder.Id, file.FolderId);
        Assert.NotNull(await FindAsync(folder.Id));
    }

    [Fact]
    public async Task A_foreign_folder_is_not_there_for_any_act()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var other = await site.SignInAsync("secretary2");
        var foreign = await CreateAsync(other, "外支部的");
        var own = await CreateAsync(secretary, "自己的");
        var file = await UploadAsync(secretary, "自己的.mp3", 12, own.Id);
        var id = Text(foreign.Id);

        HttpResponseMessage[] answers =
        [
            await secretary.GetAsync("/admin/media?folder=" + id, Cancel),
            await secretary.GetAsync("/admin/media?unit=" + MediaPlace.SiteSlug, Cancel),
            await secretary.GetAsync("/admin/media/items?folder=" + id, Cancel),
            await PostAsync(secretary, "Folder", new() { ["folder"] = id, ["name"] = "闯入" }),
            await PostAsync(secretary, "Move", new() { ["folder"] = id, ["name"] = "改名" }),
            await PostAsync(secretary, "Move", new() { ["folder"] = Text(own.Id), ["name"] = "自己的", ["parent"] = id }),
            await PostAsync(secretary, "Delete", new() { ["folder"] = id }),
            await SendFileAsync(secretary, "闯入.mp3", 13, id),
            await CmsFactory.PostFormAsync(
                secretary, "/admin/media", new() { ["to"] = id }, $"/admin/media/file/{file.Id}?handler=Move"),
            await CmsFactory.PostFormAsync(
                secretary, "/admin/media", new() { ["to"] = MediaPlace.SiteSlug }, $"/admin/media/file/{file.Id}?handler=Move"),
        ];

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal("外支部的", (await FindAsync(foreign.Id))!.Name);
    }

    [Fact]
    public async Task Who_writes_for_all_moves_a_file_from_one_branch_to_another_and_its_address_stays()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var other = await site.SignInAsync("secretary2");
        using var admin = await site.SignInAsync("admin");
        var file = await UploadAsync(secretary, "交接.mp3", 14, null);
        var target = await CreateAsync(other, "收下的");

        await CmsFactory.PostFormAsync(
            admin, "/admin/media", new() { ["to"] = Text(target.Id) }, $"/admin/media/file/{file.Id}?handler=Move");
        using var seen = await other.GetAsync($"/admin/media/file/{file.Id}", Cancel);
        using var lost = await secretary.GetAsync($"/admin/media/file/{file.Id}", Cancel);
        using var served = await site.CreateVisitor().GetAsync(MediaPath.UrlOf(file.Path), Cancel);

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.OK), (seen.StatusCode, lost.StatusCode, served.StatusCode));
    }

    [Fact]
    public async Task A_file_that_went_to_another_branch_may_be_uploaded_again()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var admin = await site.SignInAsync("admin");
        var file = await UploadAsync(secretary, "来回.mp3", 15, null);
        await CmsFactory.PostFormAsync(
            admin, "/admin/media", new() { ["to"] = MediaPlace.SiteSlug }, $"/admin/media/file/{file.Id}?handler=Move");

        using var again = await SendFileAsync(secretary, "又来.mp3", 15, null);

        Assert.NotNull(await FileAsync("又来.mp3"));
        Assert.NotEqual(file.Path, (await FileAsync("又来.mp3"))!.Path);
    }

    [Fact]
    public async Task The_library_is_searched_by_name_and_filtered_by_kind()
    {
        using var secretary = await site.SignInAsync("secretary");
        var folder = await CreateAsync(secretary, "录音");
        await UploadAsync(secretary, "Abc党课.mp3", 16, folder.Id);

        var found = await secretary.GetStringAsync("/admin/media?q=aBC党课", Cancel);
        var others = await secretary.GetStringAsync("/admin/media?q=aBC党课&kind=image", Cancel);

        Assert.Contains("Abc党课.mp3", found, StringComparison.Ordinal);
        Assert.DoesNotContain("Abc党课.mp3", others, StringComparison.Ordinal);
    }

    private static string Text(Guid id) => id.ToString("N");

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string handler, Dictionary<string, string> fields) =>
        await CmsFactory.PostFormAsync(client, "/admin/media", fields, "/admin/media?handler=" + handler);

    private static async Task<HttpResponseMessage> SendFileAsync(HttpClient client, string name, byte mark, string? folder)
    {
        var token = Token().Match(await client.GetStringAsync("/admin/media", Cancel)).Groups[1].Value;
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent([.. "ID3"u8, 3, 0, 0, mark, .. new byte[64]]), "file", name },
            { new StringContent(token), "__RequestVerificationToken" },
        };
        if (folder is not null)
        {
            form.Add(new StringContent(folder), "folder");
        }

        return await client.PostAsync("/admin/media?handler=Upload", form, Cancel);
    }

    private async Task<MediaFolder> CreateAsync(HttpClient client, string name, Guid? parent = null)
    {
        var fields = new Dictionary<string, string> { ["name"] = name };
        if (parent is { } id)
        {
            fields["folder"] = Text(id);
        }

        using var answer = await PostAsync(client, "Folder", fields);
        var made = Regex.Match(answer.Headers.Location!.ToString(), "folder=([0-9a-f]{32})");
        Assert.True(made.Success, $"No folder was made: {answer.Headers.Location}");
        return (await FindAsync(Guid.Parse(made.Groups[1].Value)))!;
    }

    private async Task<MediaFile> UploadAsync(HttpClient client, string name, byte mark, Guid? folder)
    {
        using var answer = await SendFileAsync(client, name, mark, folder is { } id ? Text(id) : null);
        return (await FileAsync(name))!;
    }

    private Task<MediaFile?> FileAsync(string name) => site.WithServicesAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<MediaFile>().SingleOrDefaultAsync(file => file.OriginalName == name, Cancel));

    private Task<MediaFolder?> FindAsync(Guid id) => site.WithServicesAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<MediaFolder>().SingleOrDefaultAsync(folder => folder.Id == id, Cancel));

    private Task<List<MediaFolder>> AllAsync() => site.WithServicesAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<MediaFolder>().ToListAsync(Cancel));

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
