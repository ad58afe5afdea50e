using PartyCms.Disclosure.PrivacyScan;

namespace PartyCms.UnitTests.Disclosure;

public sealed class PrivacyPatternsTests
{
    private static readonly DateOnly Today = new(2026, 9, 16);

    [Theory]
    [InlineData("证件号11010519491231002X。", nameof(PrivacyKind.IdNumber))]
    [InlineData("证件号11010519491231002x", nameof(PrivacyKind.IdNumber))]
    [InlineData("110105 19491231 002X", nameof(PrivacyKind.IdNumber))]
    [InlineData("110105-19491231-002X", nameof(PrivacyKind.IdNumber))]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ", nameof(PrivacyKind.IdNumber))]
    [InlineData("身份证110105194912310021", nameof(PrivacyKind.IdNumberLike))]
    [InlineData("卡号6222020216000000002", nameof(PrivacyKind.BankCard))]
    [InlineData("4111111111111111", nameof(PrivacyKind.BankCard))]
    [InlineData("6222 0202 1600 0000 002", nameof(PrivacyKind.BankCard))]
    [InlineData("9558800200100000005", nameof(PrivacyKind.BankCard))]
    [InlineData("电话13800138000,", nameof(PrivacyKind.Mobile))]
    [InlineData("+86 138 0013 8000", nameof(PrivacyKind.Mobile))]
    [InlineData("138-0013-8000", nameof(PrivacyKind.Mobile))]
    [InlineData("8613800138000", nameof(PrivacyKind.Mobile))]
    [InlineData("写信给zhi.bu@branch.example。", nameof(PrivacyKind.Email))]
    public void Personal_data_is_found(string text, string kind)
    {
        var finding = Assert.Single(PrivacyPatterns.Scan("正文", text, Today));

        Assert.Equal(kind, finding.Kind.ToString());
    }

    [Theory]
    [InlineData("案号202413990199000012")]
    [InlineData("案号202409150112000007")]
    [InlineData("生于十三月330106199013321235")]
    [InlineData("二月三十日330106199002307890")]
    [InlineData("还没出生330106209901011234")]
    [InlineData("一八八〇年440524188001010014")]
    [InlineData("校验不符、地区也不对991231199001010000")]
    [InlineData("订单1138001380001")]
    [InlineData("座机057412345678")]
    [InlineData("号码12800138000")]
    [InlineData("批号A13800138000B")]
    [InlineData("圆周率3.14159265358979323")]
    [InlineData("5000 4800 5200 5100")]
    [InlineData("4111111111111112")]
    [InlineData("8 7 1 0 9 7 2 0 4 2 0 2 2 1 1 0 23 17 4 2")]
    [InlineData("先锋里清禾〔2026〕6号,合计12,600元")]
    [InlineData("@全体党员 a@b")]
    [InlineData("")]
    public void Ordinary_numbers_are_left_alone(string text) => Assert.Empty(PrivacyPatterns.Scan("正文", text, Today));

    [Fact]
    public void Findings_tell_their_place_and_hide_the_middle()
    {
        var finding = Assert.Single(PrivacyPatterns.Scan("正文", "困难党员的身份证号是11010519491231002X,请核对", Today));

        Assert.Equal(10, finding.Position);
        Assert.Equal("困难党员的身份证号是1101**********002X", finding.Excerpt);
        Assert.True(finding.IsBlocking);
    }

    [Fact]
    public void Several_findings_come_in_the_order_of_the_text()
    {
        var findings = PrivacyPatterns.Scan("正文", "a@b.example 13800138000 11010519491231002X 13900139000", Today);

        Assert.Equal(
            [PrivacyKind.Email, PrivacyKind.Mobile, PrivacyKind.IdNumber, PrivacyKind.Mobile], findings.Select(finding => finding.Kind));
    }

    [Fact]
    public void A_telephone_number_warns_and_does_not_block() =>
        Assert.False(Assert.Single(PrivacyPatterns.Scan("正文", "13800138000", Today)).IsBlocking);
}
