namespace TalksWatcher.Claims;

/// <param name="Document">Id of the report.</param>
/// <param name="Language">ISO 639-1 code of the detected language; <c>null</c> where it cannot be told.</param>
/// <param name="SetAside">Why the report was not read at all ("language", "undated", "empty"; "unreadable" where reading it failed); <c>null</c> where it was read.</param>
/// <param name="Claims">Merged: one claim per thing.</param>
public sealed record ReadResult(string Document, string? Language, string? SetAside, ValueList<Claim> Claims);
