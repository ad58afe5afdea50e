using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;

namespace PartyCms.Learning.Boards;

/// <summary>
/// The first groups of this month's board on the home page, where the site has a board for everybody. A branch's page
/// is public while its board is not, so nothing stands there.
/// </summary>
internal sealed class BoardSection(LearningBoard board, BoardSwitch scope, SiteTime time, IHttpContextAccessor http) : IMicrositeSection
{
    private const int GroupsShown = 3;

    public int Position => 500;

    public async ValueTask<MicrositeSection?> GetAsync(Guid? orgUnitId, CancellationToken cancellationToken)
    {
        http.HttpContext?.TagPublicPage(PublicTags.Board);
        if (orgUnitId is not null || await scope.GetAsync(cancellationToken) != BoardScope.Platform)
        {
            return null;
        }

        var period = BoardPeriod.Of(BoardKind.Days, time.Today);
        var groups = board.Make(await board.OfPlatformAsync(period, cancellationToken)).Groups;
        return groups.Count == 0
            ? null
            : new MicrositeSection("/Pages/Leaderboard/_BoardSection.cshtml", new BoardGroups(period, [.. groups.Take(GroupsShown)]));
    }
}

/// <summary>Groups of a board with what they count.</summary>
internal sealed record BoardGroups(BoardPeriod Period, IReadOnlyList<BoardGroup> Groups)
{
    /// <summary>Names shown of a group; the others are told as a number, and another day brings others.</summary>
    public const int NamesShown = 12;

    public string Unit => Period.Kind == BoardKind.Days ? "天" : "学分";
}
