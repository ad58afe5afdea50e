using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace PartyCms.Webhooks.Network;

/// <summary>Asks the name service for the addresses of a host.</summary>
internal delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken cancellationToken);

/// <summary>A host leads to an address that must not be called.</summary>
internal sealed class ForbiddenAddressException(string host) : Exception($"{host} has an address that is not public.");

/// <summary>
/// Finds the addresses of a host and refuses the host where any of them is private. Whoever calls the host must connect
/// to the very addresses returned: asking the name service again could be answered differently (DNS rebinding).
/// </summary>
internal sealed class AddressGuard(ResolveHost resolve, IOptions<WebhookOptions> options)
{
    private readonly IPNetwork[] _allowed = [.. options.Value.AllowedNetworks.Select(network => IPNetwork.Parse(network))];

    /// <exception cref="ForbiddenAddressException">An address is private.</exception>
    /// <exception cref="SocketException">The host is unknown.</exception>
    public async Task<IPAddress[]> FindAsync(string host, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken);
        if (addresses.Length == 0)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        return Array.TrueForAll(addresses, MayBeCalled) ? addresses : throw new ForbiddenAddressException(host);
    }

    private bool MayBeCalled(IPAddress address)
    {
        if (PublicAddress.Is(address))
        {
            return true;
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Array.Exists(_allowed, network => network.Contains(plain));
    }
}
