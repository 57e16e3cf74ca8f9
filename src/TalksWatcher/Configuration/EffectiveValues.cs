using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using TalksWatcher.Claims;

namespace TalksWatcher.Configuration;

/// <summary>One value that the program works with, and where it comes from.</summary>
/// <param name="File">Path of the file it belongs to, relative to the configuration folder.</param>
/// <param name="Path">JSON path of the value ("$.mail.smtp.port").</param>
/// <param name="Value">As JSON; secrets are masked.</param>
/// <param name="Origin">The file, the environment variable, or "default".</param>
internal sealed record EffectiveValue(string File, string Path, string Value, string Origin);

/// <summary>Every value of the configuration with its origin: what <c>config show</c> prints.</summary>
internal static class EffectiveValues
{
    public const string Default = "default";
    private const string Masked = "\"***\"";

    public static IReadOnlyList<EffectiveValue> Of(ConfigFolder config, IReadOnlyDictionary<string, string> environment)
    {
        var variables = EnvironmentOverlay.Paths(environment);
        return
        [
            .. Values(config, ConfigFolder.SettingsFile, config.Settings, path => variables.GetValueOrDefault(path)),
            .. config.Watches.SelectMany(watch => Values(config, $"watches/{watch.Id}/watch.json", watch, _ => null)),
        ];
    }

    private static List<EffectiveValue> Values(ConfigFolder config, string file, object value, Func<string, string?> variable)
    {
        var written = ConfigFolder.ReadJson(config.Root, file, []);
        var secrets = Secrets(value.GetType(), "$").ToHashSet(StringComparer.Ordinal);
        var found = new List<EffectiveValue>();
        foreach (var (path, leaf) in Leaves(JsonSerializer.SerializeToNode(value, value.GetType(), ClaimJson.Options), "$"))
            found.Add(new EffectiveValue(
                file,
                path,
                secrets.Contains(path) ? Masked : WithoutPassword(leaf),
                variable(path) ?? (IsWritten(written, path) ? file : Default)));
        return found;
    }

    /// <summary>A list or object without anything in it is a value of its own; the vocabulary is summed up, being a dictionary's worth.</summary>
    private static IEnumerable<(string Path, string Leaf)> Leaves(JsonNode? node, string path) => node switch
    {
        JsonObject vocabulary when path == "$.vocabulary" => [(path, string.Create(CultureInfo.InvariantCulture, $"{{ {vocabulary.Count} lists }}"))],
        JsonObject { Count: > 0 } members => members.SelectMany(member => Leaves(member.Value, $"{path}.{member.Key}")),
        JsonArray { Count: > 0 } items => items.SelectMany((item, i) => Leaves(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"))),
        null => [(path, "null")],
        _ => [(path, node.ToJsonString(ClaimJson.Options))],
    };

    private static bool IsWritten(JsonNode? node, string path)
    {
        foreach (var step in path.Split('.').Skip(1).SelectMany(Steps))
        {
            node = step is { Index: { } index } ? (node as JsonArray)?.ElementAtOrDefault(index) : (node as JsonObject)?[step.Name];
            if (node is null)
                return false;
        }

        return true;
    }

    private static IEnumerable<(string Name, int? Index)> Steps(string part)
    {
        var pieces = part.Split('[');
        yield return (pieces[0], null);
        foreach (var piece in pieces.Skip(1))
            yield return ("", int.Parse(piece.AsSpan(0, piece.Length - 1), CultureInfo.InvariantCulture));
    }

    private static IEnumerable<string> Secrets(Type type, string path)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var place = $"{path}.{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}";
            if (property.IsDefined(typeof(SecretValueAttribute)))
                yield return place;
            else if (property.PropertyType.Namespace == type.Namespace && property.PropertyType.IsClass)
                foreach (var secret in Secrets(property.PropertyType, place))
                    yield return secret;
        }
    }

    /// <summary>An address may carry a user's password: <c>https://name:secret@host</c>.</summary>
    private static string WithoutPassword(string json)
    {
        var at = json.IndexOf('@', StringComparison.Ordinal);
        var scheme = json.IndexOf("://", StringComparison.Ordinal);
        return scheme > 0 && at > scheme ? $"{json[..(scheme + 3)]}***{json[at..]}" : json;
    }
}
