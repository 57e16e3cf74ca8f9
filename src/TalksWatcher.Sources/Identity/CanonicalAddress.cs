using System.Collections.Frozen;

namespace TalksWatcher.Sources.Identity;

/// <summary>
/// The address that names a report, whatever campaign, feed or scheme it was reached by: host in lower-case ASCII, no
/// default port, no fragment, no tracking parameters, always https.
/// </summary>
public static class CanonicalAddress
{
    private const int LongestAddress = 2048;

    private static readonly string[] TrackingPrefixes = ["utm_", "mc_", "at_", "pk_", "mtm_", "hsa_", "ns_", "__twitter_", "cmp"];

    private static readonly FrozenSet<string> Tracking = FrozenSet.ToFrozenSet(
        [
            "fbclid", "gclid", "gclsrc", "dclid", "yclid", "msclkid", "igshid", "twclid", "ttclid", "wbraid", "gbraid", "_openstat",
            "ocid", "xtor", "wt_mc", "wt.mc_id", "icid", "ito", "ftag", "spm", "traffic_source", "smid", "partner", "_ga", "_gl",
            "taid", "campaign_id", "guccounter", "guce_referrer", "guce_referrer_sig", "s_cid", "sr_share", "rss_source",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <returns><c>null</c> where the text is no absolute http or https address.</returns>
    public static string? Of(string? address)
    {
        if (HttpAddress.Parse(address) is not { } uri || address!.Length > LongestAddress)
            return null;
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        return $"https://{uri.IdnHost.ToLowerInvariant().TrimEnd('.')}{port}{uri.AbsolutePath}{Query(uri.Query)}";
    }

    private static string Query(string query)
    {
        var kept = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !IsTracking(pair.Split('=')[0]));
        var joined = string.Join('&', kept);
        return joined.Length == 0 ? "" : $"?{joined}";
    }

    private static bool IsTracking(string name) =>
        Tracking.Contains(name) || TrackingPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
