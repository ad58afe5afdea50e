using PartyCms.Kernel.Text;

namespace PartyCms.UnitTests.Text;

public sealed class HtmlSanitizerPasteTests
{
    [Fact]
    public void A_document_of_a_word_processor_becomes_headings_paragraphs_and_a_table()
    {
        const string Pasted = """
            <html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
              xmlns:w="urn:schemas-microsoft-com:office:word">
            <head><meta name=Generator content="Microsoft Word 15"><title>通知</title>
            <!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
            <style><!-- /* Font Definitions */ @font-face {font-family:宋体;} p.MsoNormal {margin:0cm;} --></style></head>
            <body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
            <h1 align=center style='text-align:center'><span style='font-family:方正小标宋'>关于召开<br>
            支部党员大会的通知<span lang=EN-US><o:p></o:p></span></span></h1>
            <p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><b
              style='mso-bidi-font-weight:normal'><span
            style='font-size:16.0pt;font-family:仿宋'>时间：</span></b><span lang=EN-US
              style='font-size:16.0pt'>3</span><span
            style='font-size:16.0pt;font-family:仿宋'>月<span lang=EN-US>1</span>日<o:p></o:p></span></p>
            <p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
            <p class=MsoListParagraph
              style='margin-left:18.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
            lang=EN-US><span style='mso-list:Ignore'>1.<span
              style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>审议工作报告</p>
            <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
              style='font-family:Wingdings'><span
            style='mso-list:Ignore'>l<span
              style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>民主测评</p>
            <table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse'><tr
              style='height:20pt'>
            <td width=189 valign=top style='width:142.0pt;border:solid windowtext 1.0pt'><p class=MsoNormal
              align=center style='text-align:center'>姓名<o:p></o:p></p></td>
            <td width=189><p class=MsoNormal><span lang=EN-US>&nbsp;</span></p></td></tr></table>
            <p class=MsoNormal align=right style='text-align:right'><font face=仿宋
              color=#333333>　　　　第一支部&nbsp;</font></p>
            <!--EndFragment--></body></html>
            """;

        Assert.Equal(
            "<h2 class=\"ta-center\">关于召开<br>支部党员大会的通知</h2>" +
            "<p><strong>时间：</strong>3月1日</p>" +
            "<p>1. 审议工作报告</p>" +
            "<p>民主测评</p>" +
            "<table><tbody><tr><td class=\"ta-center\">姓名</td><td></td></tr></tbody></table>" +
            "<p class=\"ta-right\">第一支部</p>",
            HtmlSanitizer.Clean(Pasted));
    }

    [Fact]
    public void An_article_of_an_official_account_keeps_its_text_pictures_and_emphasis()
    {
        const string Pasted = """
            <div class="rich_media_content js_underline_content" id="js_content"
              style="visibility: hidden; opacity: 0; ">
            <section data-role="outer" label="edit by 135editor"><section
              style="text-align: center;margin: 10px auto;" data-tools="135编辑器">
            <section style="display: inline-block;"><section style="background:#c00"><p><strong><span
              style="color:#fff" leaf="">学习<span textstyle=""
              style="font-weight: bold;">贯彻</span></span></strong></p></section></section></section>
            <section powered-by="xiumi.us"><p style="text-indent: 2em;line-height: 2em;"><span
              leaf="">为深入学习，<br></span></p>
            <p style="text-indent: 2em;"><span leaf="">3月1日，支部开展<em>主题党日</em>活动。</span></p></section>
            <section style="text-align: center;" nodeleaf=""><img class="rich_pages wxw-img js_insertlocalimg"
              data-ratio="0.66" data-s="300,640"
              data-src="https://mmbiz.qpic.cn/mmbiz_jpg/abc/640?wx_fmt=jpeg&amp;from=appmsg" data-type="jpeg"
              data-w="1080" type="block"
              src="data:image/svg+xml,%3Csvg%3E" style="width: 677px; visibility: visible;"
              onerror="this.remove()"></section>
            <p style="display: none;"><mp-style-type data-value="3"></mp-style-type>隐藏</p>
            <section class="mp_profile_iframe_wrp"><mp-common-profile class="js_uneditable"
              data-id="x"></mp-common-profile></section>
            <iframe class="video_iframe" data-src="https://v.qq.com/x" allowfullscreen></iframe>
            <script type="text/javascript" nonce="1">var a = "</p>";</script></section></div>
            """;

        Assert.Equal(
            "<p class=\"ta-center\"><strong>学习贯彻</strong></p>" +
            "<p>为深入学习，</p>" +
            "<p>3月1日，支部开展<em>主题党日</em>活动。</p>" +
            "<p class=\"ta-center\">" +
            "<img src=\"https://mmbiz.qpic.cn/mmbiz_jpg/abc/640?wx_fmt=jpeg&amp;from=appmsg\" alt=\"\"></p>",
            HtmlSanitizer.Clean(Pasted));
    }

    [Fact]
    public void What_copies_of_a_web_page_bring_along_is_dropped()
    {
        const string Pasted = """
            <meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><nav><ul><li><a
              href="https://a.gov.cn/">首页</a></li></ul></nav>
            <dl><dt>依据</dt><dd>《条例》第八条</dd></dl><noscript><img src="https://stat.example/1.gif"></noscript>
            <p style="margin:0"><font size="3">正文<a href="javascript:void(0)" onclick="share()">分享</a></font></p></b>
            <style>.x{}</style><object><param name="a"><embed src="x.swf"></object><ruby>党<rt>dǎng</rt></ruby>
            """;

        Assert.Equal(
            "<ul><li><a href=\"https://a.gov.cn/\" rel=\"noopener noreferrer nofollow\">首页</a></li></ul>" +
            "<p>依据</p><p>《条例》第八条</p><p>正文分享</p>党dǎng",
            HtmlSanitizer.Clean(Pasted));
    }
}
