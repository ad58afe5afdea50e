using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PartyCms.WeChat.Simulator.Accounts;
using PartyCms.WeChat.Simulator.Faults;
using PartyCms.WeChat.Simulator.Publishing;
using PartyCms.WeChat.Simulator.Pushing;

namespace PartyCms.WeChat.Simulator.Phone;

/// <summary>Switches beside the phone.</summary>
internal sealed class OperatorEndpoints(SimulatedWeChat world, Pusher pusher, OperatorState state)
{
    private const int LongestDelay = 24 * 60;

    private static readonly TimeSpan LongestStep = TimeSpan.FromDays(366);

    public void Map(IEndpointRouteBuilder endpoints)
    {
        var panel = endpoints.MapGroup("/phone/operator");
        panel.MapGet("/state", () => state.Read());
        panel.MapPost("/account", ChangeAccount);
        panel.MapPost("/clock", AdvanceClock);
        panel.MapPost("/fault", AddFault);
        panel.MapPost("/faults/clear", () => Do(world.Faults.Clear));
        panel.MapPost("/tokens/revoke", () => Do(world.Tokens.RevokeAll));
        panel.MapPost("/requests/clear", () => Do(world.Requests.Clear));
        panel.MapPost("/callback", ChangeCallbackAsync);
        panel.MapPost("/publishing", PlanPublication);
        panel.MapPost("/mass-send", DecideMassSend);
    }

    private NoContent ChangeAccount(AccountRequest wanted)
    {
        world.Account.Kind = wanted.Kind == nameof(SimulatedAccountKind.Service)
            ? SimulatedAccountKind.Service
            : SimulatedAccountKind.Subscription;
        world.Account.Verified = wanted.Verified;
        world.Account.IsPersonal = wanted.IsPersonal;
        world.Account.SecretFrozen = wanted.SecretFrozen;
        world.Account.AllowedAddresses = wanted.OnlyListedAddresses ? ["10.0.0.1"] : null;
        world.OAuth.GivesSnapshots = wanted.GivesSnapshots;
        return TypedResults.NoContent();
    }

    private Results<NoContent, BadRequest<string>> AdvanceClock(ClockRequest wanted)
    {
        var step = TimeSpan.FromMinutes(wanted.Minutes);
        if (step <= TimeSpan.Zero || step > LongestStep)
        {
            return TypedResults.BadRequest("The clock goes forward, by a year at most.");
        }

        world.Clock.Advance(step);
        return TypedResults.NoContent();
    }

    private Results<NoContent, BadRequest<string>> AddFault(FaultRequest wanted)
    {
        if (!Enum.TryParse<FaultKind>(wanted.Kind, out var kind) || !wanted.PathPrefix.StartsWith('/'))
        {
            return TypedResults.BadRequest("A fault needs a path that begins with a slash, and a kind.");
        }

        world.Faults.Add(new Fault(wanted.PathPrefix, kind)
        {
            Times = wanted.Times,
            Code = wanted.Code,
            Message = "refused by the operator",
        });
        return TypedResults.NoContent();
    }

    private Results<NoContent, BadRequest<string>> PlanPublication(PublishingRequest wanted)
    {
        if (!Enum.TryParse<PublishStatus>(wanted.NextEndsAs, out var status)
            || !Enum.TryParse<PublishAnnouncement>(wanted.Announcement, out var announcement)
            || wanted.DelayMinutes is < 0 or > LongestDelay)
        {
            return TypedResults.BadRequest("A publication takes up to a day, and ends in one of WeChat's ways.");
        }

        world.Publications.Delay = world.MassSends.Delay = TimeSpan.FromMinutes(wanted.DelayMinutes);
        world.Publications.Announcement = announcement;
        world.Account.ProtectsMassSends = wanted.ProtectsMassSends;
        if (status != PublishStatus.Succeeded)
        {
            world.Publications.NextEndsAs(status, 1);
        }

        return TypedResults.NoContent();
    }

    private Results<NoContent, BadRequest<string>> DecideMassSend(MassSendRequest wanted)
    {
        if (!long.TryParse(wanted.MsgId, NumberStyles.None, CultureInfo.InvariantCulture, out var msgId))
        {
            return TypedResults.BadRequest("The id of a mass send is a number.");
        }

        try
        {
            if (wanted.Confirms)
            {
                world.MassSends.Finish(msgId);
            }
            else
            {
                world.MassSends.RefuseByAdministrator(msgId);
            }

            return TypedResults.NoContent();
        }
        catch (ArgumentException fault)
        {
            return TypedResults.BadRequest(fault.Message);
        }
    }

    private async Task<Results<Ok<bool>, BadRequest<string>>> ChangeCallbackAsync(
        CallbackRequest wanted, CancellationToken cancellationToken)
    {
        try
        {
            world.Callback.Url = wanted.Url;
            world.Callback.EncodingAesKey = wanted.EncodingAesKey;
            world.Callback.Token = wanted.Token;
            world.Callback.Mode = Enum.Parse<SimulatedCallbackMode>(wanted.Mode);
            return TypedResults.Ok(wanted.Url.Length > 0 && await pusher.VerifyAsync(cancellationToken));
        }
        catch (ArgumentException fault)
        {
            return TypedResults.BadRequest(fault.Message);
        }
    }

    private static NoContent Do(Action act)
    {
        act();
        return TypedResults.NoContent();
    }

    internal sealed record AccountRequest(
        string Kind, bool Verified, bool IsPersonal, bool SecretFrozen, bool OnlyListedAddresses, bool GivesSnapshots);

    internal sealed record ClockRequest(double Minutes);

    internal sealed record FaultRequest(string PathPrefix, string Kind, int? Times, int Code);

    internal sealed record PublishingRequest(string NextEndsAs, double DelayMinutes, string Announcement, bool ProtectsMassSends);

    internal sealed record MassSendRequest(string MsgId, bool Confirms);

    internal sealed record CallbackRequest(string Url, string Token, string EncodingAesKey, string Mode);
}
