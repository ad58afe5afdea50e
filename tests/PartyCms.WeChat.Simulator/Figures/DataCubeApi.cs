using System.Globalization;
using System.Text.Json.Nodes;
using PartyCms.WeChat.Simulator.Accounts;
using PartyCms.WeChat.Simulator.MassSending;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Figures;

/// <summary>数据统计: days in WeChat's zone, yesterday at the latest, and that one from eight o'clock on.</summary>
internal static class DataCubeApi
{
    private const int UserDays = 7;
    private const int ArticleDays = 7;

    private static readonly DateOnly Beginning = new(2014, 12, 1);
    private static readonly TimeOnly Ready = new(8, 0);

    public static IEnumerable<ApiRoute> Routes => ((IEnumerable<ApiRoute>)
    [
        ApiRoute.Post("/datacube/getusersummary", call => Users(call, ChangesOf)),
        ApiRoute.Post("/datacube/getusercumulate", call => Users(call, TotalsOf)),
        ApiRoute.Post("/datacube/getarticletotal", Articles),
    ]).Select(route => route with { Permission = Permission.Verified });

    private static ApiAnswer Users(ApiCall call, Func<DateOnly, CountedDay, IEnumerable<JsonObject>> describe) =>
        ListOf(Span(call, UserDays).SelectMany(day => describe(day, call.World.Figures.Of(day))));

    // A day on which nobody came or left is left out.
    private static IEnumerable<JsonObject> ChangesOf(DateOnly day, CountedDay counted) =>
        counted is { Joined: 0, Left: 0 }
            ? []
            : [new() { ["ref_date"] = Text(day), ["user_source"] = 0, ["new_user"] = counted.Joined, ["cancel_user"] = counted.Left }];

    private static IEnumerable<JsonObject> TotalsOf(DateOnly day, CountedDay counted) =>
        [new() { ["ref_date"] = Text(day), ["user_source"] = 0, ["cumulate_user"] = counted.Total }];

    private static ApiAnswer Articles(ApiCall call)
    {
        var day = Span(call, 1).Single();
        return ListOf(call.World.MassSends.All
            .Where(send => send.Status == "SEND_SUCCESS" && SimulatorClock.DayOf(send.AcceptedAt) == day)
            .SelectMany(send => send.Articles.Select((_, index) => Describe(call, send, index, day))));
    }

    private static JsonObject Describe(ApiCall call, MassSend send, int index, DateOnly day)
    {
        var title = send.Articles[index].Title;
        var counted = call.World.Figures.Of(title);
        var last = Earlier(day.AddDays(ArticleDays - 1), call.World.Clock.Today.AddDays(-1));
        return new JsonObject
        {
            ["ref_date"] = Text(day),
            ["msgid"] = string.Create(CultureInfo.InvariantCulture, $"{send.MsgDataId}_{index + 1}"),
            ["title"] = title,
            ["details"] = new JsonArray([.. Enumerable.Range(0, last.DayNumber - day.DayNumber + 1).Select(more => (JsonNode)new JsonObject
            {
                ["stat_date"] = Text(day.AddDays(more)),
                ["target_user"] = send.SentCount,
                ["int_page_read_user"] = counted.Readers,
                ["int_page_read_count"] = counted.Reads,
                ["ori_page_read_user"] = 0,
                ["ori_page_read_count"] = 0,
                ["share_user"] = counted.Sharers,
                ["share_count"] = counted.Sharers,
                ["add_to_fav_user"] = 0,
                ["add_to_fav_count"] = 0,
            })]),
        };
    }

    private static IEnumerable<DateOnly> Span(ApiCall call, int longest)
    {
        var (first, last) = (Day(call, "begin_date"), Day(call, "end_date"));
        var today = call.World.Clock.Today;
        if (first < Beginning || last < first || last >= today || last.DayNumber - first.DayNumber >= longest)
        {
            throw new Refusal(61501, "date range error");
        }

        if (last == today.AddDays(-1) && TimeOnly.FromDateTime(call.Now.ToOffset(SimulatorClock.ChinaOffset).DateTime) < Ready)
        {
            throw new Refusal(61503, "data not ready, please try later");
        }

        return Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);
    }

    private static DateOnly Day(ApiCall call, string name) =>
        DateOnly.TryParseExact(
            call.Json.OptionalText(name) ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new Refusal(61500, "date format error");

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ApiAnswer ListOf(IEnumerable<JsonObject> items) =>
        ApiAnswer.Json(new JsonObject { ["list"] = new JsonArray([.. items]) });
}
