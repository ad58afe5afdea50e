using PartyCms.WeChat.Articles;

namespace PartyCms.UnitTests.WeChat.Articles;

public class PersonalNoticeTests
{
    [Theory]
    [InlineData("关于拟接收预备党员的公示", "")]
    [InlineData("预备党员转正公示", "")]
    [InlineData("入党积极分子名单", "公示期为9月1日至9月7日")]
    [InlineData("发展对象情况", "公示时间：五个工作日")]
    public void Notices_that_name_persons_are_recognized(string title, string text) => Assert.True(PersonalNotice.IsOne(title, text));

    [Theory]
    [InlineData("春季主题党日", "十二名党员参加。")]
    [InlineData("怎样做好公示工作", "先公示，再办理。")]
    [InlineData("公示栏换新颜", "支部更换了公示栏。")]
    [InlineData("第三季度党费收缴情况", "按月公开。")]
    public void Other_articles_are_not(string title, string text) => Assert.False(PersonalNotice.IsOne(title, text));
}
