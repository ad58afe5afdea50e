using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PartyCms.WeChat.Simulator.Chats;
using PartyCms.WeChat.Simulator.Pushing;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Phone;

/// <summary>What a person does with the phone on the page.</summary>
internal sealed class PhoneEndpoints(SimulatedWeChat world, Pusher pusher, PhoneState state)
{
    public void Map(IEndpointRouteBuilder endpoints)
    {
        var phone = endpoints.MapGroup("/phone/api");
        phone.MapGet("/state", (string? person) => state.Of(person ?? ""));
        phone.MapPost("/people", AddPerson);
        phone.MapPost("/say", (SayRequest act, CancellationToken cancel) =>
            ActAsync(act.Person, phone => phone.SayAsync(act.Text, cancel)));
        phone.MapPost("/choose", (ChooseRequest act, CancellationToken cancel) =>
            ActAsync(act.Person, phone => phone.ChooseAsync(act.Id, act.Text, cancel)));
        phone.MapPost("/tap", (TapRequest act, CancellationToken cancel) =>
            ActAsync(act.Person, phone => phone.TapAsync(act.Name, cancel)));
        phone.MapPost("/follow", (PersonRequest act, CancellationToken cancel) =>
            ActAsync(act.Person, phone => phone.FollowAsync(cancellationToken: cancel)));
        phone.MapPost("/unfollow", (PersonRequest act, CancellationToken cancel) =>
            ActAsync(act.Person, phone => phone.UnfollowAsync(cancel)));
        phone.MapPost("/scan", (ScanRequest act, CancellationToken cancel) =>
            ActAsync(act.Person, phone => phone.ScanAsync(act.Code, cancel)));
        phone.MapPost("/consent", (ConsentRequest act, CancellationToken cancel) =>
            ActAsync(act.Person, phone => phone.AnswerSubscriptionAsync(act.TemplateId, act.Accepts, cancel)));
    }

    private Ok<PersonRequest> AddPerson(NameRequest request) =>
        TypedResults.Ok(new PersonRequest(world.Followers.Add(request.Nickname, isFollowing: false).OpenId));

    private async Task<Results<Ok<ActAnswer>, BadRequest<string>>> ActAsync(
        string person, Func<FollowerPhone, Task<PushDelivery>> act)
    {
        try
        {
            var delivery = await act(new FollowerPhone(world, pusher, person));
            return TypedResults.Ok(new ActAnswer(delivery.Verdict.ToString(), delivery.Fault));
        }
        catch (ArgumentException fault)
        {
            return TypedResults.BadRequest(fault.Message);
        }
        catch (Refusal)
        {
            return TypedResults.BadRequest("There is no such person.");
        }
    }

    internal sealed record PersonRequest(string Person);

    internal sealed record NameRequest(string Nickname);

    internal sealed record SayRequest(string Person, string Text);

    internal sealed record ChooseRequest(string Person, string Id, string Text);

    internal sealed record TapRequest(string Person, string Name);

    internal sealed record ScanRequest(string Person, string Code);

    internal sealed record ConsentRequest(string Person, string TemplateId, bool Accepts);

    internal sealed record ActAnswer(string Verdict, string Fault);
}
