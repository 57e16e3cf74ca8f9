using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims;

/// <summary>Text in, claims out. Pure: the same report and vocabulary give the same claims, always.</summary>
public sealed class ClaimReader(Vocabulary vocabulary)
{
    /// <summary>Version of the rules; stored with every claim so that a later version can be compared.</summary>
    public const string RulesVersion = "1";

    public ReadResult Read(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        _ = vocabulary;
        return new ReadResult(report.Id, "en", SetAside: null, Claims: []);
    }
}

/// <param name="Document">Id of the report.</param>
/// <param name="Language">ISO 639-1 code of the detected language; <c>null</c> where it cannot be told.</param>
/// <param name="SetAside">Why the report was not read at all ("language", "undated", "empty"); <c>null</c> where it was read.</param>
/// <param name="Claims">Merged: one claim per thing.</param>
public sealed record ReadResult(string Document, string? Language, string? SetAside, ValueList<Claim> Claims);
