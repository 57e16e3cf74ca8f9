using System.Text.Json;
using System.Text.Json.Nodes;

namespace TalksWatcher.Configuration;

/// <summary>
/// <c>TALKSWATCHER__MAIL__SMTP__PASSWORD=…</c> overrides <c>$.mail.smtp.password</c>: parts are parted by two underscores and
/// compared without case. A value is taken as JSON where it is a number, true or false, else as a string.
/// </summary>
internal static class EnvironmentOverlay
{
    public const string Prefix = "TALKSWATCHER__";

    public static JsonObject Apply(JsonObject settings, IReadOnlyDictionary<string, string> environment, List<ConfigFault> faults)
    {
        foreach (var (name, value) in Variables(environment))
            Set(settings, name, name[Prefix.Length..].Split("__"), value, faults);
        return settings;
    }

    /// <summary>Which variable sets which path ("$.mail.smtp.password").</summary>
    public static IReadOnlyDictionary<string, string> Paths(IReadOnlyDictionary<string, string> environment) =>
        Variables(environment).ToDictionary(v => PathOf(v.Key[Prefix.Length..].Split("__")), v => v.Key, StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> Variables(IReadOnlyDictionary<string, string> environment) =>
        environment.Where(v => v.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)).OrderBy(v => v.Key, StringComparer.Ordinal);

    private static string PathOf(string[] parts)
    {
        var (path, type) = ("$", typeof(Settings));
        foreach (var part in parts)
        {
            (var key, type) = Member(type, part);
            path += $".{key}";
        }

        return path;
    }

    private static void Set(JsonObject root, string variable, string[] parts, string value, List<ConfigFault> faults)
    {
        var (node, type) = (root, typeof(Settings));
        foreach (var part in parts[..^1])
        {
            (var key, type) = Member(type, part);
            node[key] ??= new JsonObject();
            if (node[key] is not JsonObject next)
            {
                faults.Add(new ConfigFault(variable, "$", $"names a part of {key}, which is no object", "name the whole value"));
                return;
            }

            node = next;
        }

        node[Member(type, parts[^1]).Key] = Value(value);
    }

    private static (string Key, Type Type) Member(Type type, string part) =>
        // Names of lists are written small, names of variables seldom are.
        type == typeof(IReadOnlyDictionary<string, bool>) ? (part.ToLowerInvariant(), typeof(bool))
        : type.GetProperties().FirstOrDefault(p => p.Name.Equals(part, StringComparison.OrdinalIgnoreCase)) is { } property
            ? (JsonNamingPolicy.CamelCase.ConvertName(property.Name), Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
            : (part, typeof(object));

    private static JsonNode Value(string value)
    {
        if (bool.TryParse(value, out var truth))
            return JsonValue.Create(truth);
        return int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number) : JsonValue.Create(value);
    }
}
