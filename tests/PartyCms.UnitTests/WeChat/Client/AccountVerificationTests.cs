using PartyCms.WeChat.Callback;
using PartyCms.WeChat.Client;
using PartyCms.WeChat.Client.Capabilities;
using PartyCms.WeChat.Console.Connection;

namespace PartyCms.UnitTests.WeChat.Client;

public sealed class AccountVerificationTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 16, 4, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(nameof(VerificationNews.QualificationVerified), true)]
    [InlineData(nameof(VerificationNews.NamingVerified), true)]
    [InlineData(nameof(VerificationNews.RenewalDue), true)]
    [InlineData(nameof(VerificationNews.Expired), false)]
    public void What_WeChat_tells_says_whether_the_account_is_verified_and_until_when(string news, bool isVerified)
    {
        var verification = Told(news, Now.AddDays(90), null);

        Assert.Equal((isVerified, Now.AddDays(90)), (verification.IsVerified, verification.ExpiresUtc));
    }

    [Theory]
    [InlineData(nameof(VerificationNews.QualificationFailed))]
    [InlineData(nameof(VerificationNews.NamingFailed))]
    public void An_application_that_failed_leaves_the_account_as_it_was(string news)
    {
        var verification = Told(news, Now, "材料不全");

        Assert.Equal((true, (DateTimeOffset?)null, "材料不全"), (verification.IsVerified, verification.ExpiresUtc, verification.FailReason));
    }

    [Theory]
    [InlineData(31, false)]
    [InlineData(29, true)]
    [InlineData(-1, true)]
    public void People_are_reminded_a_month_before_the_end(int days, bool isDue) =>
        Assert.Equal(isDue, Told(nameof(VerificationNews.QualificationVerified), Now.AddDays(days), null).IsDueAt(Now));

    [Theory]
    [InlineData(null, nameof(ProbeVerdict.Granted))]
    [InlineData(40003, nameof(ProbeVerdict.Granted))]
    [InlineData(46003, nameof(ProbeVerdict.Granted))]
    [InlineData(45009, nameof(ProbeVerdict.Granted))]
    [InlineData(48001, nameof(ProbeVerdict.Refused))]
    [InlineData(65306, nameof(ProbeVerdict.Refused))]
    [InlineData(-1, nameof(ProbeVerdict.Unclear))]
    [InlineData(40164, nameof(ProbeVerdict.Unclear))]
    public void A_fault_in_what_was_sent_proves_the_right_to_send_it(int? code, string verdict) =>
        Assert.Equal(verdict, ProbeVerdicts.Of(code is { } known ? WeChatError.Answered(known, "") : null).ToString());

    private static AccountVerification Told(string news, DateTimeOffset at, string? reason)
    {
        var verification = new AccountVerification { AppId = "wx1", IsVerified = true };
        verification.Note(new VerificationChanged(Enum.Parse<VerificationNews>(news), at, reason), Now);
        return verification;
    }
}
