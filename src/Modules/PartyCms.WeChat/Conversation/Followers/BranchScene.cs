using System.Diagnostics.CodeAnalysis;

namespace PartyCms.WeChat.Conversation.Followers;

/// <summary>
/// What a branch's QR code carries: <c>b:</c>, the branch's id, and a number of the code, by which a printed card can be
/// told from another of the same branch. At most 64 characters at WeChat.
/// </summary>
internal sealed record BranchScene(Guid OrgUnitId, string Number)
{
    private const string Prefix = "b:";

    public static bool TryParse(string? text, [NotNullWhen(true)] out BranchScene? scene)
    {
        scene = text?.Split(':') is ["b", var id, var number] && Guid.TryParseExact(id, "N", out var unit)
            ? new BranchScene(unit, number)
            : null;
        return scene is not null;
    }

    public override string ToString() => $"{Prefix}{OrgUnitId:N}:{Number}";
}
