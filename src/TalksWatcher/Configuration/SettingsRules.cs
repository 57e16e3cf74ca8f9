using TalksWatcher.Digests.Readers;

namespace TalksWatcher.Configuration;

/// <summary>What must hold of the settings beyond the shape of their JSON.</summary>
internal static class SettingsRules
{
    public static IEnumerable<ConfigFault> Check(Settings settings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < settings.Subscribers.Count; i++)
        {
            var subscriber = settings.Subscribers[i];
            var path = $"$.subscribers[{i}]";
            if (!MailAddressRule.TryNormalise(subscriber.Address, out var address))
                yield return Fault($"{path}.address", $"\"{subscriber.Address}\" is no mail address", "write an address like name@domain.example");
            else if (!seen.Add(MailAddressRule.KeyOf(address)))
                yield return Fault($"{path}.address", $"\"{subscriber.Address}\" is there twice", "keep one of them");
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(subscriber.TimeZone, out _))
                yield return Fault($"{path}.timeZone", $"\"{subscriber.TimeZone}\" is not known", "write an IANA name like Europe/Kyiv");
        }
    }

    private static ConfigFault Fault(string path, string problem, string remedy) => new(ConfigFolder.SettingsFile, path, problem, remedy);
}
