namespace PartyCms.Disclosure.Documents;

/// <summary>The words people read for groups and rhythms.</summary>
internal static class DisclosureLabels
{
    public static string DisplayName(this DisclosureGroup group) => group switch
    {
        DisclosureGroup.Decisions => "决议落实",
        DisclosureGroup.Plans => "工作计划",
        DisclosureGroup.Organization => "组织建设",
        DisclosureGroup.Members => "党员管理",
        DisclosureGroup.Discipline => "作风纪律",
        DisclosureGroup.Dues => "党费收支",
        DisclosureGroup.Service => "联系服务",
    };

    public static string DisplayName(this DisclosureRhythm rhythm) => rhythm switch
    {
        DisclosureRhythm.LongTerm => "长期公开",
        DisclosureRhythm.Regular => "定期公开",
        DisclosureRhythm.AdHoc => "及时公开",
        DisclosureRhythm.OnApplication => "依申请公开",
    };

    /// <summary>Reads a name as it stands in content and addresses; numbers and other spellings count as unknown.</summary>
    public static TEnum? Find<TEnum>(string? name)
        where TEnum : struct, Enum =>
        name is not null && Enum.IsDefined(typeof(TEnum), name) ? Enum.Parse<TEnum>(name) : null;
}
