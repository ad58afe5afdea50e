using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PartyCms.WeChat;

namespace PartyCms.UnitTests.WeChat;

public sealed class WeChatOptionsTests
{
    [Fact]
    public void A_site_without_an_account_is_in_order()
    {
        Assert.Empty(FaultsOf(new WeChatOptions()));
    }

    [Fact]
    public void A_complete_account_is_in_order()
    {
        Assert.Empty(FaultsOf(Complete()));
    }

    [Fact]
    public void An_account_without_a_callback_is_in_order()
    {
        Assert.Empty(FaultsOf(new WeChatOptions { AppId = "wxba5fad812f8e6fb9", AppSecret = "secret" }));
    }

    [Fact]
    public void Plain_mode_needs_no_key()
    {
        var options = Complete();
        options.Mode = "Plain";
        options.EncodingAesKey = "";

        Assert.Empty(FaultsOf(options));
    }

    [Theory]
    [InlineData("AppId", "")]
    [InlineData("AppId", "wx 1")]
    [InlineData("Token", "")]
    [InlineData("Token", "ab")]
    [InlineData("Token", "abcdefghijklmnopqrstuvwxyz0123456")]
    [InlineData("Token", "口令口令")]
    [InlineData("EncodingAesKey", "")]
    [InlineData("EncodingAesKey", "abc")]
    [InlineData("PreviousEncodingAesKey", "abc")]
    [InlineData("Mode", "Secure")]
    [InlineData("Mode", "2")]
    [InlineData("AccountKind", "Personal")]
    [InlineData("Verified", "maybe")]
    [InlineData("ReplayMinutes", "-1")]
    [InlineData("ReplayMinutes", "1441")]
    [InlineData("MessageLogDays", "ever")]
    [InlineData("ApiBase", "api.weixin.qq.com")]
    [InlineData("OpenBase", "ftp://open.weixin.qq.com")]
    [InlineData("MpBase", "https://mp.weixin.qq.com?a=1")]
    public void A_wrong_value_is_named_with_its_key(string key, string value)
    {
        var options = Complete();
        typeof(WeChatOptions).GetProperty(key)!.SetValue(options, value);

        var fault = Assert.Single(FaultsOf(options));

        Assert.StartsWith($"WeChat:{key} is ", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_value_stops_the_start()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("WeChat:Mode", "Secure")])
            .Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration);
        new WeChatModule().AddServices(services, configuration);
        using var provider = services.BuildServiceProvider();

        var stop = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.Equal("WeChat:Mode is Secure; set Plain or Compatible or Safe, as chosen at WeChat.", stop.Message);
    }

    private static WeChatOptions Complete() => new()
    {
        AppId = "wxba5fad812f8e6fb9",
        AppSecret = "secret",
        Token = "AAAAA",
        EncodingAesKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
    };

    private static IEnumerable<string> FaultsOf(WeChatOptions options) =>
        new WeChatOptionsValidator().Validate(null, options).Failures ?? [];
}
