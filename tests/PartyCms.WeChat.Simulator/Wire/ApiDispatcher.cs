using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PartyCms.WeChat.Simulator.Faults;

namespace PartyCms.WeChat.Simulator.Wire;

/// <summary>Takes a call from its arrival to its answer: faults, token, permission, quota, then what it asks for.</summary>
internal sealed class ApiDispatcher(SimulatedWeChat world)
{
    private const int LargestBody = 24 * 1024 * 1024;

    public async Task RunAsync(HttpContext context)
    {
        var body = await ReadBodyAsync(context);
        var path = context.Request.Path.Value!;
        var client = context.Connection.RemoteIpAddress?.MapToIPv4().ToString() ?? "127.0.0.1";
        var call = new ApiCall(world, context.Request, body, client);
        var fault = world.Faults.Take(path);

        // Taken before the call shows up in the log: whoever sees it there may clear the faults at once.
        var hanging = world.Faults.Hanging;
        var logged = world.Requests.Add(number => new LoggedRequest
        {
            Number = number,
            At = world.Clock.GetUtcNow(),
            Method = context.Request.Method,
            Path = path,
            Query = context.Request.QueryString.Value ?? "",
            Body = body,
            Rid = SimulatedIds.Rid(world.Clock.GetUtcNow()),
            Client = client,
            Fault = fault?.Kind.ToString(),
        });
        if (fault is not null && AnswerBefore(fault, logged.Rid) is { } refused)
        {
            await WriteAsync(context, logged, refused, tookEffect: false);
        }
        else if (fault?.Kind == FaultKind.Hang)
        {
            await HangAsync(context, hanging);
        }
        else
        {
            await RunAsync(context, call, logged, fault, hanging);
        }
    }

    private async Task RunAsync(HttpContext context, ApiCall call, LoggedRequest logged, Fault? fault, Task hanging)
    {
        var answer = Run(call, logged);
        var tookEffect = answer.Code == 0;
        switch (fault?.Kind)
        {
            case FaultKind.LostAnswer:
                Note(logged, answer, status: 0, tookEffect);
                context.Abort();
                break;
            case FaultKind.HangAfterwards:
                Note(logged, answer, status: 0, tookEffect);
                await HangAsync(context, hanging);
                break;
            case { } kind:
                await WriteAsync(context, logged, Spoil(kind, answer, logged.Rid), tookEffect);
                break;
            case null:
                await WriteAsync(context, logged, answer, tookEffect);
                break;
        }

        world.RunDueJobs();
    }

    private ApiAnswer Run(ApiCall call, LoggedRequest logged)
    {
        try
        {
            lock (world.Gate)
            {
                world.RunDueJobs();
                return Admit(call, logged).Run(call);
            }
        }
        catch (Refusal refusal)
        {
            var answer = ApiAnswer.Refused(refusal, logged.Rid);
            return logged.Path.StartsWith("/sns/", StringComparison.Ordinal) ? answer with { ContentType = "text/plain" } : answer;
        }
    }

    private ApiRoute Admit(ApiCall call, LoggedRequest logged)
    {
        var route = ApiTable.Find(logged.Path) ?? throw new Refusal(40066, "invalid url");
        if (route.Method != logged.Method)
        {
            throw route.Method == "POST" ? new Refusal(43002, "require POST method") : new Refusal(43001, "require GET method");
        }

        if (route.NeedsToken)
        {
            world.Tokens.Check(call.Query("access_token"));
        }

        if (!world.Account.MayUse(route.Path, route.Permission))
        {
            throw Refusal.Unauthorized();
        }

        return world.Quotas.TryUse(route.Path) ? route : throw new Refusal(45009, "reach max api daily quota limit");
    }

    private static ApiAnswer? AnswerBefore(Fault fault, string rid) => fault.Kind switch
    {
        FaultKind.Busy => ApiAnswer.Refused(new Refusal(-1, "system error"), rid),
        FaultKind.Refuse => ApiAnswer.Refused(new Refusal(fault.Code, fault.Message), rid),
        FaultKind.BadGateway =>
            ApiAnswer.Text("<html><body><h1>502 Bad Gateway</h1></body></html>", "text/html") with { Status = 502, Code = -1 },
        _ => null,
    };

    private static ApiAnswer Spoil(FaultKind kind, ApiAnswer answer, string rid) => kind switch
    {
        FaultKind.BusyAfterwards => ApiAnswer.Refused(new Refusal(-1, "system error"), rid),
        FaultKind.TruncatedJson when answer.IsJson => answer with { Body = answer.Body[..(answer.Body.Length / 2)] },
        FaultKind.ControlCharacters when answer.IsJson => answer with { Body = WithControlCharacters(answer.Body) },
        FaultKind.JsonForBinary when !answer.IsJson =>
            ApiAnswer.Refused(new Refusal(40007, "invalid media_id"), rid) with { ContentType = "image/jpeg" },
        _ => answer,
    };

    // Nicknames and titles with raw control characters were seen in answers: the first text gets some.
    private static byte[] WithControlCharacters(byte[] json)
    {
        var text = Encoding.UTF8.GetString(json);
        var start = text.IndexOf(":\"", StringComparison.Ordinal);
        return start < 0 ? json : Encoding.UTF8.GetBytes(text.Insert(start + 2, "\u0001\u0008"));
    }

    private async Task WriteAsync(HttpContext context, LoggedRequest logged, ApiAnswer answer, bool tookEffect)
    {
        // Noted first: whoever has the answer finds the call in the log.
        Note(logged, answer, answer.Status, tookEffect);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = answer.Body.Length;
        if (answer.FileName is { } name)
        {
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"{Uri.EscapeDataString(name)}\"";
        }

        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
        await context.Response.CompleteAsync();
    }

    private void Note(LoggedRequest logged, ApiAnswer answer, int status, bool tookEffect) =>
        world.Requests.Replace(logged with
        {
            Status = status,
            Code = answer.Code,
            TookEffect = tookEffect,
            Answer = answer.FileName is null
                ? Encoding.UTF8.GetString(answer.Body)
                : string.Create(CultureInfo.InvariantCulture, $"({answer.Body.Length} bytes {answer.ContentType})"),
        });

    private static async Task HangAsync(HttpContext context, Task hanging)
    {
        await Task.WhenAny(hanging, Task.Delay(Timeout.Infinite, context.RequestAborted));
        context.Abort();
    }

    private static async Task<byte[]> ReadBodyAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LargestBody;
        }

        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        return buffer.ToArray();
    }
}
