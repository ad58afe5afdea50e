using System.Net.Sockets;
using System.Security.Authentication;
using PartyCms.Webhooks.Network;
using PartyCms.Webhooks.Subscriptions;

namespace PartyCms.Webhooks.Deliveries;

/// <summary>Why a call was not accepted. The exception's own words are not kept: they may name hosts inside.</summary>
internal enum DeliveryFault
{
    /// <summary>It was accepted: a status from 200 to 299.</summary>
    None,

    /// <summary>Another status; redirects are not followed.</summary>
    Refused,

    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>The name service does not know the host.</summary>
    UnknownHost,

    /// <summary>The host has a private address.</summary>
    ForbiddenAddress,

    /// <summary>The certificate or the handshake failed.</summary>
    Tls,

    /// <summary>No connection, or it broke.</summary>
    Connection,

    /// <summary>The secret cannot be decrypted: the site's keys were replaced.</summary>
    SecretLost,
}

/// <summary>Names and finds faults.</summary>
internal static class DeliveryFaults
{
    public static DeliveryFault Of(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case ForbiddenAddressException:
                    return DeliveryFault.ForbiddenAddress;
                case AuthenticationException:
                    return DeliveryFault.Tls;
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                    return DeliveryFault.UnknownHost;
                case OperationCanceledException or SocketException { SocketErrorCode: SocketError.TimedOut }:
                    return DeliveryFault.Timeout;
            }
        }

        return DeliveryFault.Connection;
    }

    public static string DisplayName(this DeliveryFault fault) => fault switch
    {
        DeliveryFault.None => "已接收",
        DeliveryFault.Refused => "对方没有接受",
        DeliveryFault.Timeout => "超时没有回答",
        DeliveryFault.UnknownHost => "找不到主机",
        DeliveryFault.ForbiddenAddress => "指向内网地址，没有推送",
        DeliveryFault.Tls => "证书或加密握手失败",
        DeliveryFault.Connection => "连接失败",
        DeliveryFault.SecretLost => "密钥无法读取，请删除后重新订阅",
    };

    public static string DisplayName(this DeliveryState state) => state switch
    {
        DeliveryState.Waiting => "等待推送",
        DeliveryState.Delivered => "已送达",
        DeliveryState.Failed => "已放弃",
        DeliveryState.Dropped => "已取消",
    };

    public static string DisplayName(this DisabledReason reason) => reason switch
    {
        DisabledReason.GaveUp => "两天内多次推送都没有成功，已自动停用。",
        DisabledReason.ReceiverGone => "对方回答“不再接收”（410），已自动停用。",
        DisabledReason.Overflow => "等待推送的事件太多，已自动停用。",
    };
}
