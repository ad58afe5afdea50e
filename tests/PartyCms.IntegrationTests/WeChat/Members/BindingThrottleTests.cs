using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Jobs;
using PartyCms.WeChat.Members.Binding;

namespace PartyCms.IntegrationTests.WeChat.Members;

public sealed partial class BindingThrottleTests(MembersSite site) : IClassFixture<MembersSite>
{
    [Fact]
    public async Task A_person_tries_five_times_an_hour()
    {
        await FailAsync(BindingThrottle.PersonPerHour, i => new("oPerson", "n1", $"甲{i}"));

        Assert.False(await TakeAsync(new("oPerson", "n2", "乙")));
        Assert.True(await TakeAsync(new("oOther", "n2", "乙")));

        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True(await TakeAsync(new("oPerson", "n2", "乙")));
    }

    [Fact]
    public async Task A_name_is_tried_ten_times_a_day_whoever_tries()
    {
        await FailAsync(BindingThrottle.NamePerDay, i => new($"oName{i}", $"name{i}", "丙"));

        site.Clock.Advance(TimeSpan.FromHours(2));

        Assert.False(await TakeAsync(new("oNew", "nNew", "丙")));
        Assert.True(await TakeAsync(new("oNew", "nNew", Name: null)));
    }

    [Fact]
    public async Task A_try_that_is_one_too_many_for_one_counts_for_nobody()
    {
        await FailAsync(BindingThrottle.NamePerDay, i => new($"oFull{i}", $"full{i}", "丁"));

        await RefuseAsync(BindingThrottle.PersonPerHour, new("oRefused", "nRefused", "丁"));

        Assert.True(await TakeAsync(new("oRefused", "nRefused", "戊")));
    }

    [Fact]
    public async Task Tries_that_did_not_fail_do_not_count()
    {
        var attempt = new BindingAttempt("oRight", "nRight", "己");
        for (var i = 0; i < BindingThrottle.NamePerDay; i++)
        {
            Assert.True(await TakeAsync(attempt));
            await site.WithAsync(async services =>
            {
                await services.GetRequiredService<BindingThrottle>().GiveBackAsync(attempt, Cancel);
                return true;
            });
        }

        Assert.True(await TakeAsync(attempt));
    }

    [Fact]
    public async Task Many_tries_at_once_are_not_more_than_one_after_another()
    {
        var member = await site.MemberAsync(8);
        using var client = site.CreateVisitor();
        await site.ComeBackAsync(client, "oParallel");

        var token = Token().Match(await client.GetStringAsync("/me/wechat", Cancel)).Groups[1].Value;

        var pages = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => TryAsync(client, token, member.Name, $"99{i:00}")));

        Assert.Equal(BindingThrottle.PersonPerHour, pages.Count(page => page.Contains("没有对上名册", StringComparison.Ordinal)));
        Assert.Equal(
            pages.Length - BindingThrottle.PersonPerHour, pages.Count(page => page.Contains("试的次数太多", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_counts_tell_nobody_who_tried_and_are_deleted_when_they_are_over()
    {
        await FailAsync(1, _ => new("oForgotten", "nForgotten", "庚辛"));
        Assert.Equal(0, await site.CountAsync<BindingTries>(tries => tries.Key.Contains("oForgotten") || tries.Key.Contains("庚辛")));

        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.WithAsync(async services =>
        {
            await services.GetServices<IScheduledJob>().OfType<ForgetOldTries>().Single().RunAsync(Cancel);
            return true;
        });

        Assert.Equal(0, await site.CountAsync<BindingTries>(_ => true));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    private static async Task<string> TryAsync(HttpClient client, string token, string name, string code)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["Form.Name"] = name,
            ["Form.Code"] = code,
            ["Form.Agrees"] = "true",
        });
        using var answer = await client.PostAsync(new Uri("/me/wechat?handler=Bind", UriKind.Relative), form, Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private Task<bool> TakeAsync(BindingAttempt attempt) =>
        site.WithAsync(services => services.GetRequiredService<BindingThrottle>().TakeAsync(attempt, Cancel));

    private async Task FailAsync(int times, Func<int, BindingAttempt> attempt)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.True(await TakeAsync(attempt(i)));
        }
    }

    private async Task RefuseAsync(int times, BindingAttempt attempt)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.False(await TakeAsync(attempt));
        }
    }
}
