using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PartyCms.Kernel.Web;

namespace PartyCms.WeChat.Callback;

/// <summary>
/// The address that is entered at WeChat. Whoever calls it proves to be WeChat by a signature; nobody else is told
/// anything. Without a token the address does not exist.
/// </summary>
internal static class CallbackEndpoint
{
    /// <summary>
    /// In bytes. WeChat sends a few kilobytes; the bound only keeps strangers from filling the memory.
    /// </summary>
    public const int LongestBody = 256 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var callback = endpoints.MapGroup("/wechat")
            .AllowAnonymous()
            .DisableAntiforgery()
            .ExcludeFromDescription()
            .WithMetadata(new SkipStatusCodePagesAttribute())
            .AddEndpointFilter(HideWithoutToken);

        callback.MapGet("", ProveAddress).WithName("ProveWeChatCallbackAddress");
        callback.MapPost("", ReceiveAsync).WithName("ReceiveWeChatPush");
    }

    private static Results<ContentHttpResult, BadRequest, StatusCodeHttpResult> ProveAddress(
        [AsParameters] CallbackQuery query, CallbackProtocol protocol)
    {
        if (query is not { Timestamp: not null, Nonce: not null, EchoString: { } echo }
            || (query.Signature ?? query.MessageSignature) is null)
        {
            return TypedResults.BadRequest();
        }

        return protocol.Prove(query, echo) is { } proof
            ? TypedResults.Text(proof)
            : TypedResults.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static async Task<Results<ContentHttpResult, BadRequest, StatusCodeHttpResult>> ReceiveAsync(
        [AsParameters] CallbackQuery query,
        HttpRequest request,
        ReceivePush receive,
        CancellationToken cancellationToken)
    {
        if (await BoundedBody.ReadAsync(request, LongestBody, cancellationToken) is not { } body)
        {
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        return await receive.RunAsync(query, Encoding.UTF8.GetString(body), cancellationToken) switch
        {
            PushResponse.Answered answered => TypedResults.Text(answered.Xml, "text/xml"),
            PushResponse.Received => TypedResults.Text(ReplyWriter.Received),
            PushResponse.Refused refused => Refuse(refused.Fault),
            _ => throw new UnreachableException(),
        };
    }

    private static Results<ContentHttpResult, BadRequest, StatusCodeHttpResult> Refuse(PushFault fault) => fault switch
    {
        PushFault.MissingParameter or PushFault.Unreadable or PushFault.NotDecryptable => TypedResults.BadRequest(),
        PushFault.WrongSignature or PushFault.OtherAccount or PushFault.NotEncrypted or PushFault.OutOfTime =>
            TypedResults.StatusCode(StatusCodes.Status403Forbidden),
    };

    private static ValueTask<object?> HideWithoutToken(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var options = context.HttpContext.RequestServices.GetRequiredService<IOptions<WeChatOptions>>().Value;
        return options.HasCallback ? next(context) : ValueTask.FromResult<object?>(TypedResults.NotFound());
    }
}
