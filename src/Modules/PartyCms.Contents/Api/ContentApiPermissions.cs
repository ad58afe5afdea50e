using PartyCms.Kernel.Security;

namespace PartyCms.Contents.Api;

internal static class ContentApiPermissions
{
    /// <summary>Orchard Core's <c>AccessContentApi</c>: the door to /api/content; what may be done there is asked per type.</summary>
    public const string Access = "contents.access-api";

    /// <summary>Orchard Core's <c>ExecuteApiAll</c>: run the named queries.</summary>
    public const string Query = "contents.execute-queries";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Access, "使用内容接口", Roles.Secretary, Roles.Reviewer, Roles.Approver) { KnownAs = ["AccessContentApi"] },
        new(Query, "使用查询接口", Roles.Secretary, Roles.Reviewer, Roles.Approver, Roles.Member)
        {
            KnownAs = ["ExecuteApiAll"],
        },
    ];
}
