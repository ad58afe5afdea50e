using System.Net;
using System.Net.Sockets;

namespace PartyCms.Webhooks.Network;

/// <summary>
/// Tells addresses of the public internet from those that lead back into the machine, its network or its cloud. What is
/// not surely public counts as private.
/// </summary>
internal static class PublicAddress
{
    // RFC 6890 and its registry: this network, private use, shared (carrier) space, loopback, link-local with the
    // metadata services, protocol assignments, documentation, 6to4 relays, benchmarks, multicast, reserved. The single
    // address at the end is a public one that a large cloud answers from inside its machines.
    private static readonly IPNetwork[] Closed4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    // Protocol assignments with Teredo, documentation, and 6to4, which hides an IPv4 address.
    private static readonly IPNetwork[] Closed6 =
    [
        .. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(network => IPNetwork.Parse(network)),
    ];

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => !Array.Exists(Closed4, network => network.Contains(address)),
            AddressFamily.InterNetworkV6 => Global6.Contains(address) && !Array.Exists(Closed6, network => network.Contains(address)),
            _ => false,
        };
    }
}
