using System.Globalization;
using PartyCms.Kernel.Text;

namespace PartyCms.UnitTests.Text;

public sealed class SlugTests
{
    [Theory]
    [InlineData("a - b", "a-b")]
    [InlineData("a  -  -      -  -   -   -b", "a-b")]
    [InlineData("a - b - c-- d", "a-b-c-d")]
    [InlineData("a%d", "a-d")]
    [InlineData("a,d", "a-d")]
    [InlineData("«a»\"'-%-.d", "a-d")]
    [InlineData("Smith, John B.", "smith-john-b")]
    [InlineData("Smith, John B...", "smith-john-b")]
    [InlineData("ABCDE", "abcde")]
    [InlineData("àçéïôù", "aceiou")]
    [InlineData("джинсы_клеш", "джинсы_клеш")]
    [InlineData("调度模块允许后台任务调度", "调度模块允许后台任务调度")]
    [InlineData("不正なコンテナ", "不正なコンテナ")]
    [InlineData("فريق_الاورشارد", "فريق_الاورشارد")]
    public void A_title_gives_the_slug_that_Orchard_Core_gives(string title, string slug)
    {
        Assert.Equal(slug, Slug.From(title));
    }

    [Theory]
    [InlineData("关于２０２４年工作的通知：一、总结", "关于2024年工作的通知-一-总结")]
    [InlineData("“两学一做”学习教育（第3期）", "两学一做-学习教育-第3期")]
    [InlineData("ガイド", "カイト")]
    [InlineData("한국어", "한국어")]
    [InlineData("~a_b", "~a_b")]
    [InlineData("𠮷野家 📢", "𠮷野家")]
    [InlineData("！？…", "")]
    public void Letters_of_every_script_stay_and_signs_divide(string title, string slug)
    {
        Assert.Equal(slug, Slug.From(title));
    }

    [Fact]
    public void Half_of_a_character_divides()
    {
        Assert.Equal("a-b", Slug.From("a\uD800b"));
    }

    [Theory]
    [InlineData("abc def", 4, "abc")]
    [InlineData("党务公开", 2, "党务")]
    [InlineData("𠮷𠮷", 3, "𠮷")]
    [InlineData("𠮷", 1, "")]
    public void A_slug_is_cut_between_characters_and_not_after_a_dash(string title, int maxLength, string slug)
    {
        Assert.Equal(slug, Slug.From(title, maxLength));
    }

    [Fact]
    public void A_slug_has_at_most_a_thousand_characters()
    {
        Assert.Equal(1000, Slug.From(new string('党', 1500)).Length);
    }

    [Fact]
    public void The_slug_of_a_slug_is_the_same_slug()
    {
        var slug = Slug.From("《条例》 第8条：àé Ｘ");

        Assert.Equal(slug, Slug.From(slug.ToUpper(CultureInfo.InvariantCulture)));
    }
}
