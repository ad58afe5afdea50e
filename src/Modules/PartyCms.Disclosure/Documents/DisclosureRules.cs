using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;

namespace PartyCms.Disclosure.Documents;

/// <summary>What a disclosure's own fields may hold. A draft may be incomplete, but not wrong.</summary>
internal static class DisclosureRules
{
    public static IEnumerable<ContentProblem> Check(JsonObject parts, bool isComplete)
    {
        var group = parts.Text(DisclosureFields.Group);
        if (IsWrong<DisclosureGroup>(group, isComplete))
        {
            yield return new ContentProblem(DisclosureFields.Group, "请选择公开类别。");
        }

        var rhythm = parts.Text(DisclosureFields.Rhythm);
        if (IsWrong<DisclosureRhythm>(rhythm, isComplete))
        {
            yield return new ContentProblem(DisclosureFields.Rhythm, "请选择公开时限。");
        }

        // A width this site cannot guard must not be accepted: the document would stand open to everybody.
        if (parts.Text(DisclosureFields.Scope) is { Length: > 0 } scope && scope != DisclosureFields.ScopeSociety)
        {
            yield return new ContentProblem(DisclosureFields.Scope, "目前只能面向社会公开；只给内部看的内容请不要放在这里。");
        }

        if (parts.Text(DisclosureFields.DocNo) is { Length: > DisclosureFields.DocNoLength })
        {
            yield return new ContentProblem(DisclosureFields.DocNo, $"文号最多 {DisclosureFields.DocNoLength} 个字。");
        }

        if (isComplete && !parts.Flag(DisclosureFields.Statement))
        {
            yield return new ContentProblem(
                DisclosureFields.Statement, $"请确认这份材料{DisclosureFields.StatementText}，并打勾。");
        }
    }

    private static bool IsWrong<TEnum>(string? text, bool isComplete)
        where TEnum : struct, Enum =>
        string.IsNullOrEmpty(text) ? isComplete : DisclosureLabels.Find<TEnum>(text) is null;
}
