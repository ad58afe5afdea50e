using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartyCms.WeChat.Simulator.Accounts;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Menus;

/// <summary>Menus at the bottom of the chat.</summary>
internal static class MenuApi
{
    public static IEnumerable<ApiRoute> Routes =>
    [
        Open(ApiRoute.Post("/cgi-bin/menu/create", Create), 1000),
        Open(ApiRoute.Get("/cgi-bin/menu/get", Get), 10_000),
        Open(ApiRoute.Get("/cgi-bin/menu/delete", Delete), 1000),
        Open(ApiRoute.Get("/cgi-bin/get_current_selfmenu_info", GetCurrent), 10_000),
        ApiRoute.Post("/cgi-bin/menu/addconditional", AddConditional) with { DailyLimit = 2000, Permission = Permission.Verified },
        ApiRoute.Post("/cgi-bin/menu/delconditional", DeleteConditional) with { DailyLimit = 2000, Permission = Permission.Verified },
        ApiRoute.Post("/cgi-bin/menu/trymatch", TryMatch) with { DailyLimit = 20_000, Permission = Permission.Verified },
    ];

    private static ApiRoute Open(ApiRoute route, int limit) =>
        route with { DailyLimit = limit, Permission = Permission.ServiceOrVerified };

    private static ApiAnswer Create(ApiCall call)
    {
        call.World.Menus.Set(MenuRules.Read(call.Json, call.World), call.World.Ids.Number(208_379_000));
        return ApiAnswer.Ok();
    }

    private static ApiAnswer Get(ApiCall call)
    {
        var menus = call.World.Menus;
        if (menus.Default.Count == 0 || menus.IsMadeByHand)
        {
            throw new Refusal(46003, "menu no exist");
        }

        var answer = new JsonObject
        {
            ["menu"] = new JsonObject { ["button"] = Buttons(menus.Default), ["menuid"] = menus.MenuId },
        };
        if (menus.Conditional.Count > 0)
        {
            answer["conditionalmenu"] = new JsonArray([.. menus.Conditional.Select(menu => new JsonObject
            {
                ["button"] = Buttons(menu.Buttons),
                ["matchrule"] = Rule(menu),
                ["menuid"] = menu.MenuId,
            })]);
        }

        return ApiAnswer.Json(answer);
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        call.World.Menus.Clear();
        return ApiAnswer.Ok();
    }

    private static ApiAnswer GetCurrent(ApiCall call) => ApiAnswer.Json(new JsonObject
    {
        ["is_menu_open"] = call.World.Menus.Default.Count > 0 ? 1 : 0,
        ["selfmenu_info"] = new JsonObject
        {
            ["button"] = new JsonArray([.. call.World.Menus.Default.Select(SelfButton)]),
        },
    });

    private static ApiAnswer AddConditional(ApiCall call)
    {
        if (call.World.Menus.Default.Count == 0)
        {
            throw new Refusal(65303, "there is no selfmenu, please create selfmenu first");
        }

        var rule = call.Json.Member("matchrule") is { ValueKind: JsonValueKind.Object } found
            ? found
            : throw new Refusal(65305, "matchrule is empty");
        var tag = WholeNumber(rule, "tag_id") ?? WholeNumber(rule, "group_id");
        var platform = WholeNumber(rule, "client_platform_type");
        if (tag is null && platform is null)
        {
            throw new Refusal(65305, "matchrule is empty");
        }

        if (tag is not null)
        {
            call.World.Tags.Require(tag.Value);
        }

        if (platform is not (null or >= 1 and <= 3))
        {
            throw new Refusal(65309, "invalid client_platform_type");
        }

        var buttons = MenuRules.Read(call.Json, call.World);
        MenuRules.DemandFewForeignHosts(buttons);
        var menu = new ConditionalMenu(call.World.Ids.Number(208_379_000), buttons, (int?)tag, (int?)platform);
        call.World.Menus.Add(menu);
        return ApiAnswer.Json(new JsonObject { ["menuid"] = menu.MenuId.ToString(CultureInfo.InvariantCulture) });
    }

    private static ApiAnswer DeleteConditional(ApiCall call) =>
        WholeNumber(call.Json, "menuid") is { } menuId && call.World.Menus.Remove(menuId)
            ? ApiAnswer.Ok()
            : throw new Refusal(65301, "not exist such menuid");

    private static ApiAnswer TryMatch(ApiCall call)
    {
        var person = call.World.Followers.Require(call.Json.Text("user_id", 40003, "invalid openid"));
        return ApiAnswer.Json(new JsonObject { ["button"] = Buttons(call.World.Menus.For(person)) });
    }

    private static JsonArray Buttons(IEnumerable<MenuButton> buttons) => new([.. buttons.Select(button => button.ToJson())]);

    private static JsonObject SelfButton(MenuButton button)
    {
        var json = button.ToJson();
        json.Remove("sub_button");
        if (button.Buttons.Count > 0)
        {
            json["sub_button"] = new JsonObject { ["list"] = new JsonArray([.. button.Buttons.Select(SelfButton)]) };
        }

        return json;
    }

    private static JsonObject Rule(ConditionalMenu menu)
    {
        var rule = new JsonObject();
        if (menu.TagId is { } tag)
        {
            rule["tag_id"] = tag.ToString(CultureInfo.InvariantCulture);
        }

        if (menu.Platform is { } platform)
        {
            rule["client_platform_type"] = platform.ToString(CultureInfo.InvariantCulture);
        }

        return rule;
    }

    // Ids in rules are strings in the documentation; numbers are taken as well.
    private static long? WholeNumber(JsonElement json, string name) => json.Member(name) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var value) => value,
        { ValueKind: JsonValueKind.String } text
            when long.TryParse(text.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) => value,
        _ => null,
    };
}
