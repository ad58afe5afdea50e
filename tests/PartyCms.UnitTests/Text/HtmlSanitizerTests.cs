using PartyCms.Kernel.Text;

namespace PartyCms.UnitTests.Text;

public sealed class HtmlSanitizerTests
{
    [Theory]
    [InlineData("党务公开条例")]
    [InlineData("<p>支部党员大会<strong>每季度</strong>召开<em>一次</em>。</p>")]
    [InlineData("<h2>一、总则</h2><h3>（一）</h3><h4>1.</h4>")]
    [InlineData("<p class=\"ta-center\">2024年3月1日</p><p class=\"lead\">导语</p><p class=\"lead ta-right\">落款</p>")]
    [InlineData("<ul><li>甲<ol start=\"3\" type=\"a\"><li>乙</li></ol></li><li value=\"5\">丙</li></ul>")]
    [InlineData("<blockquote>引文<p>出处</p></blockquote><hr><pre>  code\n\n  more</pre>")]
    [InlineData("<p>H<sub>2</sub>O x<sup>2</sup> <u>u</u> <s>s</s> <code>c</code></p>")]
    [InlineData("<p>一<br>二</p>")]
    [InlineData(
        "<p><a href=\"/news/1?a=1&amp;b=2#c\" title=\"题\">站内</a> " +
        "<a href=\"mailto:a@b.cn\">信</a> <a href=\"tel:12371\">电</a></p>")]
    [InlineData("<p><a href=\"https://www.12371.cn/\" rel=\"noopener noreferrer nofollow\">站外</a></p>")]
    [InlineData(
        "<figure><img src=\"/media/a.jpg\" alt=\"会场\" width=\"640\" height=\"480\">" +
        "<figcaption class=\"ta-center\">图</figcaption></figure>")]
    [InlineData("<p><img class=\"w-50\" src=\"/media/a.jpg\" alt=\"会场\"></p>")]
    [InlineData(
        "<table><caption>收支</caption><colgroup><col><col span=\"2\"></colgroup><thead><tr><th scope=\"col\">项</th>" +
        "</tr></thead><tbody><tr><td class=\"ta-right\" colspan=\"2\">1</td><td></td></tr></tbody><tfoot><tr>" +
        "<td rowspan=\"2\">合计</td></tr></tfoot></table>")]
    [InlineData("<p><audio src=\"/media/a.mp3\" controls preload=\"metadata\"></audio></p>")]
    [InlineData(
        "<video poster=\"/media/a.jpg\" controls preload=\"metadata\" width=\"640\">" +
        "<source src=\"/media/a.mp4\" type=\"video/mp4\"></video>")]
    public void What_is_allowed_stays_as_it_is(string html)
    {
        Assert.Equal(html, HtmlSanitizer.Clean(html));
    }

    [Theory]
    [InlineData("<p>前\uFFFF后</p><p>末</p>")]
    [InlineData("<p>前&#xFFFF;后</p><p>末</p>")]
    [InlineData("<p>前\uFFFE后</p><p>末</p>")]
    public void Nothing_is_lost_after_a_code_point_that_is_no_character(string html)
    {
        Assert.Equal("前后末", HtmlSanitizer.Clean(html).Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal).Replace("\uFFFD", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "Headings of the page's own level go down one",
        "<h1>题</h1><h5>五</h5><h6>六</h6>",
        "<h2>题</h2><h4>五</h4><h4>六</h4>")]
    [InlineData(
        "Old emphasis gets its modern name",
        "<b>a</b><i>b</i><strike>c</strike><ins>d</ins><del>e</del>",
        "<strong>a</strong><em>b</em><s>c</s><u>d</u><s>e</s>")]
    [InlineData("Text of a division becomes a paragraph", "<div>甲<div>乙</div>丙</div>", "<p>甲</p><p>乙</p><p>丙</p>")]
    [InlineData(
        "A division around blocks is dropped",
        "<div><section><p>甲</p><ul><li>乙</li></ul></section></div>",
        "<p>甲</p><ul><li>乙</li></ul>")]
    [InlineData(
        "Alignment by style becomes a class",
        "<p style='text-align: center'>甲</p><p align=right>乙</p>",
        "<p class=\"ta-center\">甲</p><p class=\"ta-right\">乙</p>")]
    [InlineData(
        "Alignment is inherited until it is changed",
        "<center><p>甲</p><p style='text-align:left'>乙</p>丙</center>",
        "<p class=\"ta-center\">甲</p><p>乙</p><p class=\"ta-center\">丙</p>")]
    [InlineData(
        "Emphasis by style becomes an element",
        "<p><span style='font-weight:700;text-decoration:underline'>重</span>轻</p>",
        "<p><strong><u>重</u></strong>轻</p>")]
    [InlineData(
        "Emphasis around blocks goes into each of them",
        "<b><p>甲</p><p>乙</p></b>",
        "<p><strong>甲</strong></p><p><strong>乙</strong></p>")]
    [InlineData(
        "Crossing elements are sorted out",
        "<p><b>1<i>2</b>3</i></p>",
        "<p><strong>1<em>2</em></strong><em>3</em></p>")]
    [InlineData(
        "Empty elements vanish",
        "<p></p><p>&nbsp;</p><p><br></p><p><b> </b></p><ul><li></li></ul><p>文</p>",
        "<p>文</p>")]
    [InlineData(
        "Two line breaks begin a paragraph",
        "<p class=lead>甲<br>\n<br>乙<br></p>",
        "<p class=\"lead\">甲</p><p class=\"lead\">乙</p>")]
    [InlineData(
        "Indentation by blanks is dropped",
        "<p>　　甲</p><p>&nbsp;&nbsp;&nbsp;&nbsp;乙</p><p>丙<br>　　丁</p>",
        "<p>甲</p><p>乙</p><p>丙<br>丁</p>")]
    [InlineData("Ideographic spaces within a line stay", "<p>张　三、李某某</p>", "<p>张　三、李某某</p>")]
    [InlineData(
        "A folded source line leaves no gap in Chinese",
        "<p>学习\n  贯彻 hello\nworld</p>",
        "<p>学习贯彻 hello world</p>")]
    [InlineData("A stray item gets a list", "<li>甲<li>乙</li>丙", "<ul><li>甲</li><li>乙</li></ul>丙")]
    [InlineData(
        "A list right in a list goes into its item",
        "<ul><li>甲</li><ul><li>乙</li></ul></ul>",
        "<ul><li>甲<ul><li>乙</li></ul></li></ul>")]
    [InlineData(
        "A cell loses the paragraph around its text",
        "<table><tr><td><p align=center>甲</p></td></tr></table>",
        "<table><tbody><tr><td class=\"ta-center\">甲</td></tr></tbody></table>")]
    [InlineData(
        "A table loses sizes, borders and colors",
        "<table width=600 border=1 style='width:100%' bgcolor=red><tr height=3><td width=50% nowrap>甲</table>",
        "<table><tbody><tr><td>甲</td></tr></tbody></table>")]
    [InlineData("An empty table vanishes", "甲<table><tr><td></td><td>&nbsp;</td></tr></table>乙", "甲<p>乙</p>")]
    [InlineData("Cells without a table stay apart", "<td>甲</td><td>乙</td>", "<p>甲</p><p>乙</p>")]
    [InlineData(
        "A link around blocks goes into each of them",
        "<a href=/x><p>甲</p><p>乙</p></a>",
        "<p><a href=\"/x\">甲</a></p><p><a href=\"/x\">乙</a></p>")]
    [InlineData(
        "A link to a place in the page is dropped",
        "<p>见<a href=#_ftn1>[1]</a><a name=x>注</a></p>",
        "<p>见[1]注</p>")]
    [InlineData(
        "An address is percent-encoded",
        "<a href=' /专栏/学 习?页=1#段 '>甲</a>",
        "<a href=\"/%E4%B8%93%E6%A0%8F/%E5%AD%A6%20%E4%B9%A0?%E9%A1%B5=1#%E6%AE%B5\">甲</a>")]
    [InlineData(
        "An address without scheme becomes https",
        "<img src=//a.cn/b.png>",
        "<img src=\"https://a.cn/b.png\" alt=\"\">")]
    [InlineData(
        "A picture next to the source page is lost",
        "<p>甲<img src=image001.png><img src='file:///C:/a.png'></p>",
        "<p>甲</p>")]
    [InlineData(
        "The share of the column that the editor gives a picture becomes a class",
        "<img src=/a.png alt=图 data-href='' width='' height='' style='width: 50%;'>",
        "<img class=\"w-50\" src=\"/a.png\" alt=\"图\">")]
    [InlineData(
        "A share is rounded to tenths and never leaves the column",
        "<img src=/a style=width:33.3%><img src=/b width=120%><img src=/c style='width:2%'>",
        "<img class=\"w-30\" src=\"/a\" alt=\"\"><img class=\"w-100\" src=\"/b\" alt=\"\"><img class=\"w-10\" src=\"/c\" alt=\"\">")]
    [InlineData(
        "A picture drawn smaller by hand keeps its pixels",
        "<img src=/a.png style='width: 240.6px;height: 160.20px' width=1080 height=720>",
        "<img src=\"/a.png\" alt=\"\" width=\"241\" height=\"160\">")]
    [InlineData(
        "Sizes that are no sizes are lost",
        "<img src=/a style='width:calc(9*9px);height:1e9px' width=-1><img src=/b class='w-55 w-0 w-100x' style=width:99999px>",
        "<img src=\"/a\" alt=\"\"><img src=\"/b\" alt=\"\">")]
    [InlineData(
        "Fields of forms are lost, text of the form stays",
        "<form>甲<input value=x><select><option>乙</select><button>丙</button></form>",
        "<p>甲</p>")]
    [InlineData(
        "Hidden text is lost",
        "<p>甲<span style='display:none'>藏<b>匿</b></span></p><div hidden>乙<div>丙</div></div><p>丁</p>",
        "<p>甲</p><p>丁</p>")]
    [InlineData("Sections in a heading are its lines", "<h2><div>甲</div><p>乙</p></h2>", "<h2>甲<br>乙</h2>")]
    [InlineData(
        "Control and zero-width characters are dropped",
        "<p>a\u0000\u0007\u200B\uFEFFb\u202Ec\uFFFEd</p>",
        "<p>abcd</p>")]
    [InlineData(
        "A joined emoji stays whole",
        "<p>\U0001F468\u200D\U0001F469\u200D\U0001F467 👍🏽</p>",
        "<p>\U0001F468\u200D\U0001F469\u200D\U0001F467 👍🏽</p>")]
    [InlineData(
        "Signs of markup in text stay text",
        "<p>3 < 5 &amp;&amp; 7 > 6 &lt;b&gt; \"q\"</p>",
        "<p>3 &lt; 5 &amp;&amp; 7 &gt; 6 &lt;b&gt; \"q\"</p>")]
    public void Rule(string rule, string html, string clean)
    {
        Assert.True(HtmlSanitizer.Clean(html) == clean, $"{rule}: {HtmlSanitizer.Clean(html)}");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(" \r\n\t　\r\n", "")]
    [InlineData("甲\n乙", "<p>甲</p><p>乙</p>")]
    [InlineData("甲\r\n\r\n\r\n　　乙 \r丙", "<p>甲</p><p>乙</p><p>丙</p>")]
    [InlineData("甲\u2028乙\u000B丙\u0085丁", "<p>甲</p><p>乙</p><p>丙</p><p>丁</p>")]
    [InlineData("<b>a</b> & \u0000c", "<p>&lt;b&gt;a&lt;/b&gt; &amp; c</p>")]
    public void Plain_text_becomes_paragraphs_by_its_lines(string text, string html)
    {
        Assert.Equal(html, HtmlSanitizer.FromPlainText(text));
    }

    [Fact]
    public void Halves_of_characters_are_dropped()
    {
        Assert.Equal("<p>a😀b</p>", HtmlSanitizer.FromPlainText("a\uD800😀\uDC00b"));
    }

    [Theory]
    [InlineData("<script>甲\n&lt;乙&gt;\n　　丙 丁")]
    [InlineData("&amp;nbsp;\n\u200B1\t2")]
    public void Paragraphs_of_plain_text_are_clean(string text)
    {
        var html = HtmlSanitizer.FromPlainText(text);

        Assert.Equal(html, HtmlSanitizer.Clean(html));
    }
}
