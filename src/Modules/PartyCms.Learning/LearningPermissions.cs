using PartyCms.Kernel.Security;

namespace PartyCms.Learning;

/// <summary>
/// Lessons belong to the platform and are read by every branch, so the level above writes and publishes them; a
/// secretary, who acts for one branch, does not, but holds its check-ins. Recording study is everybody's who is bound to a
/// member.
/// </summary>
internal static class LearningPermissions
{
    public const string Edit = "learning.edit";

    public const string Publish = "learning.publish";

    public const string HoldCheckIn = "learning.check-in";

    public const string Record = "learning.record";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Edit, "撰写每日党课和课程", Roles.Reviewer),
        new(Publish, "发布每日党课和课程", Roles.Reviewer),
        new(HoldCheckIn, "主持签到、确认到会", Roles.Secretary, Roles.Reviewer),
        new(Record, "记录学习", Roles.Member, Roles.Secretary, Roles.Reviewer, Roles.Approver),
    ];
}
