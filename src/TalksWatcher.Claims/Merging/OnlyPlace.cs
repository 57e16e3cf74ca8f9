namespace TalksWatcher.Claims.Merging;

/// <summary>The one place of all that are told.</summary>
internal readonly struct OnlyPlace
{
    private const string Several = "";

    private readonly string? told;

    private OnlyPlace(string told) => this.told = told;

    public bool IsAnyTold => told is not null;

    /// <summary><c>null</c> where none or several are told.</summary>
    public string? Name => told == Several ? null : told;

    public OnlyPlace And(string place) => told is null ? new(place) : told == place ? this : new(Several);
}
