using PartyCms.Kernel.Web;

namespace PartyCms.Learning;

internal static class LearningProblems
{
    public static ProblemKind NoLesson { get; } = new(
        "no-lesson", StatusCodes.Status404NotFound, "There is no such lesson",
        "这一天没有党课，或者还没到这一天。", "核对日期或编号；今天的党课用 /api/lessons/today。");

    public static ProblemKind InvalidDate { get; } = new(
        "invalid-date", StatusCodes.Status400BadRequest, "The date cannot be read",
        "日期不是 2026-11-22 这样的写法。", "按 yyyy-MM-dd 写日期。");

    public static ProblemKind NoMember { get; } = new(
        "no-member", StatusCodes.Status403Forbidden, "The account is not bound to a member",
        "这个账号没有对应的党员，学习不能记录。", "请管理员把账号和名册里的党员对应起来。");

    public static ProblemKind NoSession { get; } = new(
        "no-session", StatusCodes.Status404NotFound, "There is no such study session",
        "没有这次学习，或者它是别人的。", "重新开始一次学习。");

    public static ProblemKind SessionSuperseded { get; } = new(
        "session-superseded", StatusCodes.Status409Conflict, "The lesson was opened in another place",
        "这位党员已在别处打开党课，这里不再计时。", "在新打开的地方继续；要在这里学，就重新开始。");

    public static ProblemKind InvalidStudy { get; } = new(
        "invalid-study", StatusCodes.Status400BadRequest, "The study record is not valid",
        "心跳的序号或秒数不对，或者答案与题目对不上。", "按接口说明改正后重发。");

    public static ProblemKind ForeignOrigin { get; } = new(
        "foreign-origin", StatusCodes.Status403Forbidden, "Calls from other sites are not accepted",
        "请求来自别的网站的页面，而登录信息只给本站用。", "从本站页面调用，或者用不带 Origin 的程序调用。");

    public static ProblemKind NoBoard { get; } = new(
        "no-board", StatusCodes.Status404NotFound, "There is no such board",
        "没有这个榜，或者它没有开放，或者不给这位读者看。", "榜名是 days 或 credits；支部的榜只给本支部党员看。");

    public static ProblemKind InvalidPeriod { get; } = new(
        "invalid-period", StatusCodes.Status400BadRequest, "The period cannot be read",
        "榜的时段写法不对。", "days 用 yyyy-MM，credits 用 yyyy。");

    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        NoLesson, InvalidDate, NoMember, NoSession, SessionSuperseded, InvalidStudy, ForeignOrigin, NoBoard, InvalidPeriod,
    ];
}
