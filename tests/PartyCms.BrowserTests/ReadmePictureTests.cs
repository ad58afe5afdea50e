namespace PartyCms.BrowserTests;

/// <summary>Makes the picture of the README: four pages on a phone, side by side.</summary>
public sealed class ReadmePictureTests(LiveSite site)
{
    [Fact]
    public async Task Four_pages_on_a_phone_make_the_picture_of_the_readme()
    {
        var phone = await site.OpenAsync(Device.Phone);
        var pictures = new List<string>();
        foreach (var address in new[] { "/", "/disclosures", "/lessons/today" })
        {
            await phone.GotoAsync(address);
            pictures.Add(Convert.ToBase64String(await phone.ScreenshotAsync()));
        }

        await LiveSite.SignInAsync(phone, "secretary");
        await phone.GotoAsync("/admin/content/edit?type=BranchNews");
        await phone.Locator("[contenteditable=true]").First.WaitForAsync();
        pictures.Add(Convert.ToBase64String(await phone.ScreenshotAsync()));
        await phone.Context.CloseAsync();

        var desk = await site.OpenAsync(Device.Desk);
        await desk.SetViewportSizeAsync(1280, 660);
        var frames = string.Concat(pictures.Select(picture => $"<img src='data:image/png;base64,{picture}'>"));
        await desk.SetContentAsync(
            "<style>body{margin:0;padding:24px;display:flex;gap:18px;justify-content:center;background:#efe9df}"
            + "img{height:612px;border-radius:18px;box-shadow:0 6px 24px #0003}</style>" + frames);
        Assert.Equal(4, await desk.Locator("img").CountAsync());
        await LiveSite.ScreenshotAsync(desk, "overview");
        await desk.Context.CloseAsync();
    }
}
