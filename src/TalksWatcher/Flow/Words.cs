using System.Text.Json;

namespace TalksWatcher.Flow;

/// <summary>Values as the public JSON writes them.</summary>
internal static class Words
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
