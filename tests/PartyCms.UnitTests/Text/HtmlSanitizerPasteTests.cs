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
    public void A_list_a_picture_and_merged_cells_of_a_word_processor_survive()
    {
        const string Pasted = """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><link rel=File-List href="file:///C:/x/filelist.xml">
            <!--[if !mso]><style>v\:* {behavior:url(#default#VML);}</style><![endif]--></head><body lang=ZH-CN>
            <!--StartFragment--><h2 style='mso-style-next:正文'><a name="_Toc1"></a><span
            style='font-family:黑体'>二、活动安排<o:p></o:p></span></h2>
            <ul style='margin-top:0cm' type=disc><li class=MsoNormal style='mso-list:l0 level1 lfo1;tab-stops:list 36.0pt'><span
            style='font-family:宋体'>重温入党誓词<o:p></o:p></span><ul type=circle><li class=MsoNormal
            style='mso-list:l0 level2 lfo1'>领誓人：张三</li></ul></li></ul>
            <p class=MsoNormal><!--[if gte vml 1]><v:shape id="图片_x0020_1"><v:imagedata src="file:///C:/x/image001.png"
            o:title=""/></v:shape><![endif]--><![if !vml]><img width=277 height=208
            src="file:///C:/x/image002.jpg" v:shapes="图片_x0020_1"><![endif]-->
            <img width=320 src="https://a.gov.cn/a.jpg" alt="党员在活动室宣誓" style='mso-no-proof:yes'></p>
            <p class=MsoNormal><s><span style='color:red;mso-themecolor:x'>作废</span></s><del cite="mailto:x"
            datetime="2026-01-01T00:00">删除</del><ins cite="mailto:x">新增</ins><span
            style='mso-element:comment-reference'></span><u>签到</u></p>
            <div style='mso-element:comment-list'><div style='mso-element:comment' id="_com_1">批注</div></div>
            <table border=1 style='mso-yfti-tbllook:1184'><thead><tr><td colspan=2 style='mso-border-alt:solid'><p align=center
            style='text-align:center'><b>经费</b></p></td></tr></thead><tr><td rowspan=2><p class=MsoNormal>一</p><p
            class=MsoNormal>二</p></td><td nowrap><p class=MsoNormal>100<o:p></o:p></p></td></tr></table><!--EndFragment-->
            </body></html>
            """;

        Assert.Equal(
            "<h2>二、活动安排</h2>" +
            "<ul><li>重温入党誓词<ul><li>领誓人：张三</li></ul></li></ul>" +
            "<p><img src=\"https://a.gov.cn/a.jpg\" alt=\"党员在活动室宣誓\" width=\"320\"></p>" +
            "<p><s>作废删除</s><u>新增签到</u></p>" +
            "<table><thead><tr><td class=\"ta-center\" colspan=\"2\"><strong>经费</strong></td></tr></thead>" +
            "<tbody><tr><td rowspan=\"2\"><p>一</p><p>二</p></td><td>100</td></tr></tbody></table>",
            HtmlSanitizer.Clean(Pasted));
    }

    [Fact]
    public void Sound_polls_and_cards_of_an_official_account_leave_nothing_behind()
    {
        const string Pasted = """
            <div id="js_content" style="visibility: hidden;"><section style="margin: 0 8px;"><section
            style="display: flex;flex-flow: row;"><section style="width: 50%;vertical-align: top;"><p><img
            class="rich_pages" data-src="https://mmbiz.qpic.cn/mmbiz_png/x/640?wx_fmt=png" alt="入党宣誓"
            style="width: 100% !important;height: auto !important;"></p></section><section style="width: 50%"><p
            style="white-space: normal;"><span style="font-size: 15px;letter-spacing: 1px;">右栏文字</span></p></section>
            </section><section><svg viewBox="0 0 1 1" style="pointer-events:none"><image
            xlink:href="https://x.example/t.gif" width="1"></image><rect width="1"></rect></svg></section></section>
            <p><mpvoice frameborder="0" class="res_iframe js_editor_audio audio_iframe" voice_encode_fileid="MzA"
            name="诵读" isaac2="1"></mpvoice><qqmusic class="res_iframe" musicid="1"></qqmusic></p>
            <p><mp-miniprogram data-miniprogram-appid="wx1" data-miniprogram-path="pages/x"></mp-miniprogram><a
            class="weapp_text_link" data-miniprogram-appid="wx1" href="">小程序</a></p>
            <section class="mp_vote_iframe_wrp"><iframe class="vote_iframe" src="/mp/newappmsgvote"></iframe></section>
            <p><span style="visibility: visible;">　　<br></span></p><ol class="list-paddingleft-1" style="list-style-type: decimal;">
            <li><p>第一项</p></li><li><section><span leaf="">第二项</span></section></li></ol></div>
            """;

        Assert.Equal(
            "<p><img src=\"https://mmbiz.qpic.cn/mmbiz_png/x/640?wx_fmt=png\" alt=\"入党宣誓\"></p>" +
            "<p>右栏文字</p>" +
            "<p>小程序</p>" +
            "<ol><li>第一项</li><li>第二项</li></ol>",
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
