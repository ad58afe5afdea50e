using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;
using PartyCms.Learning.Boards;
using PartyCms.Learning.Study;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.Pages.Leaderboard;

/// <summary>
/// The learning board of this month or year: everybody's where the site has one, and for a member who is signed in the
/// own branch's.
/// </summary>
[AllowAnonymous]
[PublicPage]
internal sealed class IndexModel(
    LearningBoard boards, BoardSwitch boardSwitch, CurrentMember current, BranchDirectory branches, SiteTime time) : PageModel
{
    public BoardScope Scope { get; private set; }

    public BoardPeriod Period { get; private set; }

    public bool IsBranch { get; private set; }

    /// <summary>Name of the caller's branch; null for visitors.</summary>
    public string? BranchName { get; private set; }

    /// <summary>Null where a visitor may see none.</summary>
    public Board? Board { get; private set; }

    public OwnPlace? Own { get; private set; }

    public string Href(BoardKind kind, bool isBranch) => (kind, isBranch && Scope == BoardScope.Platform) switch
    {
        (BoardKind.Days, false) => "/leaderboard",
        (BoardKind.Days, true) => "/leaderboard?scope=branch",
        (BoardKind.Credits, false) => "/leaderboard?board=credits",
        (BoardKind.Credits, true) => "/leaderboard?board=credits&scope=branch",
    };

    public async Task OnGetAsync(string? board, string? scope, CancellationToken cancellationToken)
    {
        HttpContext.TagPublicPage(PublicTags.Board);
        Scope = await boardSwitch.GetAsync(cancellationToken);
        Period = BoardPeriod.Of(board == "credits" ? BoardKind.Credits : BoardKind.Days, time.Today);
        if (Scope == BoardScope.Off)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var member = await current.FindAsync(cancellationToken);
        BranchName = member is null ? null : await branches.NameOfAsync(member.BranchId, cancellationToken);
        IsBranch = member is not null && (scope == "branch" || Scope == BoardScope.Branch);
        if (member is null && Scope == BoardScope.Branch)
        {
            return;
        }

        var agreed = IsBranch
            ? await boards.OfBranchAsync(Period, member!.BranchId, cancellationToken)
            : await boards.OfPlatformAsync(Period, cancellationToken);
        Board = boards.Make(agreed);
        if (member is not null)
        {
            var value = await boards.ValueOfAsync(Period, member.Id, cancellationToken);
            int? place = agreed.Any(entry => entry.MemberId == member.Id) ? BoardRules.PlaceOf(value, agreed) : null;
            Own = new OwnPlace(value, place);
        }
    }
}

/// <summary>The caller's own value, and the place where the caller stands on the board; nobody else sees it.</summary>
internal sealed record OwnPlace(int Value, int? Place);
