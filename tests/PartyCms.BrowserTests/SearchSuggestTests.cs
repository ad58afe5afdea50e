using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PartyCms.BrowserTests;

/// <summary>Titles are suggested while somebody types, by keyboard and for screen readers; without JavaScript the form searches.</summary>
public sealed class SearchSuggestTests(LiveSite site)
{
    [Theory]
    [InlineData(Device.Phone)]
    [InlineData(Device.Desk)]
    public async Task A_title_is_chosen_with_the_keys(Device device)
    {
        var page = await site.OpenAsync(device);
        await page.GotoAsync("/search");
        var field = page.GetByRole(AriaRole.Combobox);

        await field.PressSequentiallyAsync("党费");
        var options = page.GetByRole(AriaRole.Option);
        await Assertions.Expect(options.First).ToBeVisibleAsync();
        await field.PressAsync("ArrowDown");
        await Assertions.Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        var title = await options.First.InnerTextAsync();
        var faults = (await page.RunAxe()).Violations;
        await field.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(title);
        Assert.Empty(faults.Select(fault => fault.Id));
    }

    [Fact]
    public async Task Escape_closes_the_list_and_Enter_then_searches()
    {
        var page = await site.OpenAsync(Device.Desk);
        await page.GotoAsync("/search");
        var field = page.GetByRole(AriaRole.Combobox);

        await field.PressSequentiallyAsync("党费");
        await Assertions.Expect(page.GetByRole(AriaRole.Listbox)).ToBeVisibleAsync();
        await field.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        await field.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("搜索“党费”"));
    }

    [Fact]
    public async Task Without_JavaScript_the_form_searches()
    {
        var page = await site.OpenAsync(Device.Phone, withJavaScript: false);
        await page.GotoAsync("/search");

        await page.GetByLabel("找什么").FillAsync("党费");
        await page.GetByRole(AriaRole.Button, new() { Name = "搜索" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Article).First).ToBeVisibleAsync();
    }
}
