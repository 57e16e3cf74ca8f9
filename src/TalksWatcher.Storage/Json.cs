using System.Text.Json;
using TalksWatcher.Claims;

namespace TalksWatcher.Storage;

/// <summary>The bodies of rows, in the same JSON as the program's public output.</summary>
internal static class Json
{
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, ClaimJson.Options);

    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, ClaimJson.Options) ?? throw new JsonException("a stored row is null");
}
