using PartyCms.WeChat.Simulator.Figures;
using PartyCms.WeChat.Simulator.Notices;

namespace PartyCms.WeChat.Simulator;

/// <summary>What a simulator that runs by itself begins with: three people, one of whom does not follow yet.</summary>
internal static class DemoWorld
{
    public static void Fill(SimulatedWeChat world)
    {
        world.Followers.Add("王秀兰", isFollowing: true, "oDemoWangXiulan00000000000000");
        world.Followers.Add("李建国", isFollowing: true, "oDemoLiJianguo000000000000000");
        world.Followers.Add("路人小陈", isFollowing: false, "oDemoXiaoChen0000000000000000");
        FillFigures(world);
        world.Notices.AddSubscription(
            NoticeTemplate.Create("demo-lesson-reminder", "学习提醒", "课程名称:thing1", "学习时间:time2", "温馨提示:thing3"));
        world.Notices.AddTemplate(
            NoticeTemplate.Create("demo-activity-notice", "活动通知", "活动名称:thing1", "开始时间:time2", "地点:thing3"));
    }

    // A month of a small account that grows by a few people a day.
    private static void FillFigures(SimulatedWeChat world)
    {
        var total = 300;
        for (var back = 31; back >= 1; back--)
        {
            var (joined, left) = (1 + (back * 7 % 5), back % 4 == 0 ? 1 : 0);
            total += joined - left;
            world.Figures.Count(world.Clock.Today.AddDays(-back), new CountedDay(joined, left, total));
        }
    }
}
