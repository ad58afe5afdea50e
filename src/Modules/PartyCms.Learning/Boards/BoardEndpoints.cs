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
    private static readonly ProblemHttpResult NoBoard =
        LearningProblems.NoBoard.With("There is no such board, or it is not open to you.");

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/leaderboards/{board}", Get).AllowAnonymous().WithName("GetLeaderboard").WithTags("Learning")
            .WithSummary("Read a learning board")
            .WithDescription("`days` of a month or `credits` of a year; with `branch` (a slug) that branch's own board, for its members.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

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
            return LearningProblems.InvalidPeriod.With("The period is yyyy-MM for days and yyyy for credits.");
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
