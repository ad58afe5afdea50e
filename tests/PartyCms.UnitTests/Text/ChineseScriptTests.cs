using PartyCms.Kernel.Text;

namespace PartyCms.UnitTests.Text;

public sealed class ChineseScriptTests
{
    private const string Ordinary =
        "中国共产党第二十次全国代表大会以后，各级党组织认真学习贯彻党章党规，落实“三会一课”制度。支部书记带头讲党课，"
        + "党员干部深入群众，征求意见建议，联系服务困难家庭，里里外外打扫干净；台风来临前，发动志愿者准备面粉、干粮，松了一口气。"
        + "周末复习历史，几个老党员围着茶几谈发展、谈变化，头发花白仍冲锋在前。只有一只钟表的党员活动室里，制度上墙，标准统一，"
        + "关系清楚，系统可查。公布、发布、批准的文件一并归档，合计余额不变，采取措施注重实效，获得丰收。";

    [Theory]
    [InlineData("党务公开", "黨務公開")]
    [InlineData("头发", "頭髮")]
    [InlineData("发展", "發展")]
    [InlineData("皇后", "皇后")]
    [InlineData("以后", "以後")]
    [InlineData("干部", "幹部")]
    [InlineData("干燥", "乾燥")]
    [InlineData("里程", "里程")]
    [InlineData("这里", "這裡")]
    [InlineData("联系", "聯繫")]
    [InlineData("面条", "麵條")]
    [InlineData("面前", "面前")]
    [InlineData("为了群众", "為了群眾")]
    [InlineData("台湾的平台", "臺灣的平臺")]
    [InlineData("征求意见，长征精神", "徵求意見，長征精神")]
    [InlineData("看着老党员", "看着老黨員")]
    [InlineData("㓆", "𠗣")]
    public void Words_are_converted_both_ways(string simplified, string traditional)
    {
        Assert.Equal(traditional, ChineseScript.ToTraditional(simplified));
        Assert.Equal(simplified, ChineseScript.ToSimplified(traditional));
    }

    [Fact]
    public void Ordinary_text_comes_back_from_traditional_as_it_was()
    {
        var traditional = ChineseScript.ToTraditional(Ordinary);

        Assert.NotEqual(Ordinary, traditional);
        Assert.Equal(Ordinary, ChineseScript.ToSimplified(traditional));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<a href=\"/news/%E5%85%9A\">Party</a>")]
    [InlineData("一二三，😀")]
    public void Text_with_nothing_to_convert_is_given_back_itself(string text)
    {
        Assert.Same(text, ChineseScript.ToTraditional(text));
        Assert.Same(text, ChineseScript.ToSimplified(text));
    }

    [Fact]
    public void Only_the_Chinese_of_a_page_changes()
    {
        var link = PublicPath.Of("news", "党务公开");

        Assert.Equal(
            $"<a href=\"{link}\" title=\"頭髮\">發展&amp;<b>開</b>頭</a>",
            ChineseScript.ToTraditional($"<a href=\"{link}\" title=\"头发\">发展&amp;<b>开</b>头</a>"));
    }

    [Fact]
    public void Broken_text_is_converted_around_the_fault()
    {
        Assert.Equal("\uD800發\uDC00發\uD840", ChineseScript.ToTraditional("\uD800发\uDC00发\uD840"));
    }

    [Fact]
    public void A_long_page_is_converted_whole()
    {
        var page = string.Concat(Enumerable.Repeat($"<p>{Ordinary}</p>\n", 200));
        var line = $"<p>{ChineseScript.ToTraditional(Ordinary)}</p>\n";

        Assert.Equal(string.Concat(Enumerable.Repeat(line, 200)), ChineseScript.ToTraditional(page));
    }
}
