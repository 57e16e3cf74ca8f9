using System.Text.Json;
using TalksWatcher.Claims;
using TalksWatcher.Ledger.Baselines;

namespace TalksWatcher.Configuration;

/// <summary><c>baseline.json</c> and <c>baseline.review.json</c> on disk.</summary>
internal static class BaselineFile
{
    public static Baseline Read(string path) => Read<Baseline>(path);

    public static BaselineReview ReadReview(string path) => Read<BaselineReview>(path);

    /// <summary>Writes beside the target and moves it there, so that a crash leaves the old file whole.</summary>
    public static void Write(string path, Baseline baseline)
    {
        var temporary = path + ".tmp";
        File.WriteAllText(temporary, Text(baseline));
        File.Move(temporary, path, overwrite: true);
    }

    public static string Text(Baseline baseline) => JsonSerializer.Serialize(baseline, ClaimJson.Indented) + "\n";

    private static T Read<T>(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), Strict) ?? throw new JsonException("the file holds null");
        }
        catch (JsonException e)
        {
            throw new BadInputException($"{path} {e.Path}: {e.Message}; mend the file or build it anew with `baseline build`");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path}: {e.Message}");
        }
    }

    private static readonly JsonSerializerOptions Strict = new(ClaimJson.Options)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };
}
