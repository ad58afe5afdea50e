using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PartyCms.Kernel.Time;
using PartyCms.Learning.Study;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.Boards;

/// <summary>The learning board for programs. It tells no more than the page: names that people agreed to, and values.</summary>
internal static class BoardEndpoints
{
    private static readonly ProblemHttpResult NoBoard = TypedResults.Problem(
        type: "urn:partycms:no-board", title: "There is no such board.", statusCode: StatusCodes.Status404NotFound);

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/leaderboards/{board}", Get).AllowAnonymous().WithName("GetLeaderboard").WithTags("Learning")
            .WithSummary("Board days or credits; with branch (a slug) that branch's own board, for its members");

    private static async Task<Results<Ok<BoardAnswer>, ProblemHttpResult>> Get(
        string board, string? period, string? branch, LearningBoard boards, BoardSwitch boardSwitch, CurrentMember current,
        BranchDirectory branches, SiteTime time, HttpContext http, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        var scope = await boardSwitch.GetAsync(cancellationToken);
        if (scope == BoardScope.Off || KindOf(board) is not { } kind || (branch is null && scope == BoardScope.Branch))
        {
            return NoBoard;
        }

        if ((period is null ? BoardPeriod.Of(kind, time.Today) : BoardPeriod.Parse(kind, period)) is not { } asked)
        {
            return TypedResults.Problem(
                type: "urn:partycms:invalid-period", title: "The period is yyyy-MM for days and yyyy for credits.",
                statusCode: StatusCodes.Status400BadRequest);
        }

        if (!BoardRules.IsShown(asked.FirstDay, asked.EndsBefore, time.Today))
        {
            return NoBoard;
        }

        IReadOnlyList<BoardEntry> agreed;
        if (branch is null)
        {
            agreed = await boards.OfPlatformAsync(asked, cancellationToken);
        }
        else if (await current.FindAsync(cancellationToken) is { } member
            && (await branches.FindAsync(branch, cancellationToken))?.Id == member.BranchId)
        {
            agreed = await boards.OfBranchAsync(asked, member.BranchId, cancellationToken);
        }
        else
        {
            return NoBoard;
        }

        var made = boards.Make(agreed);
        return TypedResults.Ok(new BoardAnswer(
            board, asked.Text, branch, made.IsHidden ? $"人数不足 {BoardRules.FewestMembers} 人" : null,
            [.. made.Groups.Select(group => new BoardGroupAnswer(group.Place, group.Value, group.Names.Count, group.Names))]));
    }

    private static BoardKind? KindOf(string board) => board switch
    {
        "days" => BoardKind.Days,
        "credits" => BoardKind.Credits,
        _ => null,
    };
}

/// <summary>One board; <paramref name="Hidden" /> says why there are no groups, where too few agreed.</summary>
internal sealed record BoardAnswer(string Board, string Period, string? Branch, string? Hidden, IReadOnlyList<BoardGroupAnswer> Groups);

/// <summary>All who reached one value, under the names they agreed to.</summary>
internal sealed record BoardGroupAnswer(int Place, int Value, int Members, IReadOnlyList<string> Names);
