using System.Net;
using System.Net.Sockets;

namespace PartyCms.Kernel.RateLimits;

/// <summary>The address of a caller as it is counted.</summary>
public static class CallerAddress
{
    /// <summary>An IPv4 address, or the network of an IPv6 address: a single household has 2^64 of those.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new IPNetwork(Network(address), 64).ToString()
            : address.ToString();
    }

    private static IPAddress Network(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes);
    }
}
