using System.Text.Json.Nodes;
using PartyCms.WeChat.Simulator.Accounts;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Followers;

/// <summary>Tags, and who carries which.</summary>
internal static class TagApi
{
    private const int MostPeople = 50;
    private const int MostPerPerson = 20;

    public static IEnumerable<ApiRoute> Routes => ((IEnumerable<ApiRoute>)
    [
        ApiRoute.Post("/cgi-bin/tags/create", Create),
        ApiRoute.Get("/cgi-bin/tags/get", List),
        ApiRoute.Post("/cgi-bin/tags/update", Update),
        ApiRoute.Post("/cgi-bin/tags/delete", Delete),
        ApiRoute.Post("/cgi-bin/user/tag/get", ListPeople),
        ApiRoute.Post("/cgi-bin/tags/members/batchtagging", call => SetTag(call, carries: true)),
        ApiRoute.Post("/cgi-bin/tags/members/batchuntagging", call => SetTag(call, carries: false)),
        ApiRoute.Post("/cgi-bin/tags/getidlist", ListOfPerson),
    ]).Select(route => route with { Permission = Permission.Verified });

    private static ApiAnswer Create(ApiCall call)
    {
        var tag = call.World.Tags.Add(call.Json.Object("tag").Text("name", 45158, "tag name is too long"));
        return ApiAnswer.Json(new JsonObject { ["tag"] = new JsonObject { ["id"] = tag.Id, ["name"] = tag.Name } });
    }

    private static ApiAnswer List(ApiCall call) => ApiAnswer.Json(new JsonObject
    {
        ["tags"] = new JsonArray([.. call.World.Tags.All.Select(tag => new JsonObject
        {
            ["id"] = tag.Id,
            ["name"] = tag.Name,
            ["count"] = call.World.Followers.Following.Count(person => person.TagIds.Contains(tag.Id)),
        })]),
    });

    private static ApiAnswer Update(ApiCall call)
    {
        var tag = call.Json.Object("tag");
        call.World.Tags.Rename(IdOf(tag), tag.Text("name", 45158, "tag name is too long"));
        return ApiAnswer.Ok();
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        var id = IdOf(call.Json.Object("tag"));
        call.World.Tags.Remove(id);
        foreach (var person in call.World.Followers.All.Where(person => person.TagIds.Contains((int)id)))
        {
            Carry(call.World, person.OpenId, (int)id, carries: false);
        }

        return ApiAnswer.Ok();
    }

    private static ApiAnswer ListPeople(ApiCall call)
    {
        var tag = call.World.Tags.Require(call.Json.OptionalNumber("tagid") ?? -1);
        return ApiAnswer.Json(FollowerApi.Page(
            [.. call.World.Followers.Following.Where(person => person.TagIds.Contains(tag.Id))],
            call.Json.OptionalText("next_openid") ?? "",
            total: null));
    }

    private static ApiAnswer SetTag(ApiCall call, bool carries)
    {
        var tag = call.World.Tags.Require(call.Json.OptionalNumber("tagid") ?? -1);
        var openIds = call.Json.Texts("openid_list");
        if (openIds.Count is 0 or > MostPeople)
        {
            throw new Refusal(40032, "invalid openid list size");
        }

        var people = openIds.Select(call.World.Followers.Require).ToList();
        if (carries && people.Exists(person => person.TagIds.Count >= MostPerPerson && !person.TagIds.Contains(tag.Id)))
        {
            throw new Refusal(45059, "can't add tag, the user has too many tags");
        }

        foreach (var person in people)
        {
            Carry(call.World, person.OpenId, tag.Id, carries);
        }

        return ApiAnswer.Ok();
    }

    private static ApiAnswer ListOfPerson(ApiCall call)
    {
        var person = call.World.Followers.Require(call.Json.Text("openid", 40003, "invalid openid"));
        return ApiAnswer.Json(new JsonObject { ["tagid_list"] = new JsonArray([.. person.TagIds.Select(id => (JsonNode)id)]) });
    }

    private static void Carry(SimulatedWeChat world, string openId, int tagId, bool carries) =>
        world.Followers.Change(openId, person => person with
        {
            TagIds = carries ? [.. person.TagIds.Union([tagId])] : [.. person.TagIds.Where(id => id != tagId)],
        });

    private static long IdOf(System.Text.Json.JsonElement tag) =>
        tag.OptionalNumber("id") ?? throw new Refusal(45159, "invalid tag");
}
