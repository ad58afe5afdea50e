using Microsoft.Playwright;

namespace PartyCms.BrowserTests;

/// <summary>What was typed survives a lost network, and is stored when it comes back.</summary>
public sealed class LostConnectionTests(LiveSite site)
{
    private const string Editor = "/admin/content/edit?type=BranchNews";

    [Fact]
    public async Task What_was_typed_without_a_network_is_offered_again_on_the_next_visit()
    {
        var phone = await OpenEditorAsync();
        await phone.Context.SetOfflineAsync(true);
        await phone.GetByRole(AriaRole.Textbox, new() { Name = "标题", Exact = true }).FillAsync("断网时写的");
        var window = phone.Context;
        await LeaveAsync(phone);
        await window.SetOfflineAsync(false);

        var again = await window.NewPageAsync();
        await again.GotoAsync(Editor);
        await again.GetByRole(AriaRole.Button, new() { Name = "恢复" }).ClickAsync();

        Assert.Equal("断网时写的", await again.GetByRole(AriaRole.Textbox, new() { Name = "标题", Exact = true }).InputValueAsync());
        await window.CloseAsync();
    }

    [Fact]
    public async Task What_was_typed_without_a_network_is_stored_as_soon_as_it_is_back()
    {
        var phone = await OpenEditorAsync();
        await phone.Context.SetOfflineAsync(true);
        await phone.GetByRole(AriaRole.Textbox, new() { Name = "标题", Exact = true }).FillAsync("网络回来就存");

        await phone.Context.SetOfflineAsync(false);
        await phone.GetByText("已自动保存").WaitForAsync();
        await phone.ReloadAsync();

        Assert.Equal("网络回来就存", await phone.GetByRole(AriaRole.Textbox, new() { Name = "标题", Exact = true }).InputValueAsync());
        await phone.Context.CloseAsync();
    }

    // Closing with the page's own farewell returns before the page is gone, and a page on its way out answers nothing.
    private static async Task LeaveAsync(IPage page)
    {
        var gone = new TaskCompletionSource();
        page.Close += (_, _) => gone.TrySetResult();
        await page.CloseAsync(new() { RunBeforeUnload = true });
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    private async Task<IPage> OpenEditorAsync()
    {
        var phone = await site.OpenAsync(Device.Phone);
        await LiveSite.SignInAsync(phone, "secretary");
        await phone.GotoAsync(Editor);
        await phone.Locator("[contenteditable=true]").First.WaitForAsync();
        return phone;
    }
}
