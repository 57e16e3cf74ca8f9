using System.Net;

namespace TalksWatcher.Sources.Fetching;

/// <summary>
/// Which addresses a source may lead us to. Public ones only (the IANA special-purpose registries, RFC 6890), on web ports
/// only, unless an operator allows more.
/// </summary>
public sealed record AddressPolicy
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "64:ff9b:1::/48", "5f00::/16",
            "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        ]).Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Host names or addresses, exact, that may be reached wherever they resolve to and on any port.</summary>
    public IReadOnlySet<string> AllowedHosts { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Networks that may be reached though they are not public.</summary>
    public IReadOnlyList<IPNetwork> AllowedNetworks { get; init; } = [];

    public IReadOnlySet<int> AllowedPorts { get; init; } = new HashSet<int> { 80, 443, 8080, 8443 };

    /// <summary>The policy with what an operator allows besides.</summary>
    /// <param name="hostsAndNetworks">Host names, addresses, or networks as "10.1.0.0/16".</param>
    /// <exception cref="FormatException">An entry with a slash is no network.</exception>
    public AddressPolicy Allowing(IEnumerable<string> hostsAndNetworks)
    {
        var entries = hostsAndNetworks.Select(entry => entry.Trim()).ToLookup(entry => entry.Contains('/', StringComparison.Ordinal));
        return this with
        {
            AllowedHosts = AllowedHosts.Concat(entries[false]).ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedNetworks = [.. AllowedNetworks, .. entries[true].Select(IPNetwork.Parse)],
        };
    }

    public bool AllowsPort(string host, int port) => AllowedPorts.Contains(port) || IsAllowedHost(host);

    /// <param name="host">The name that was resolved.</param>
    /// <param name="address">What it resolved to, and what will be connected to.</param>
    public bool Allows(string host, IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (IsAllowedHost(host))
            return true;
        var plain = Unwrap(address);
        return AllowedNetworks.Any(network => network.Contains(plain)) || !NotPublic.Any(network => network.Contains(plain));
    }

    private bool IsAllowedHost(string host) => AllowedHosts.Contains(host.Trim('[', ']'));

    /// <summary>The IPv4 address inside an IPv6 one, where that is where packets end up.</summary>
    private static IPAddress Unwrap(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        return Translated.Contains(address) ? new IPAddress(address.GetAddressBytes()[12..]) : address;
    }
}
