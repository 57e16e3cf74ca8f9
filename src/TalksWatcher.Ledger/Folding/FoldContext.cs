using TalksWatcher.Ledger.Rules;

namespace TalksWatcher.Ledger.Folding;

/// <summary>What every fold of a watch shares.</summary>
internal sealed class FoldContext
{
    private readonly MeetingRules meetings;
    private readonly TruceRules truces;
    private readonly TeamRules teams;

    public FoldContext(LedgerSettings settings)
    {
        Settings = settings;
        Names = new NameBook(settings.Names);
        Outlets = new OutletBook(settings);
        Origins = new Origins(settings, Outlets);
        Developments = new DevelopmentFactory(settings, Names);
        meetings = new MeetingRules(Names, settings);
        truces = new TruceRules(Names, settings);
        teams = new TeamRules(settings);
    }

    public LedgerSettings Settings { get; }

    public NameBook Names { get; }

    public OutletBook Outlets { get; }

    public Origins Origins { get; }

    public DevelopmentFactory Developments { get; }

    public ITrackRules RulesOf(string track) =>
        track == TrackKey.Truces ? truces : track.StartsWith("team:", StringComparison.Ordinal) ? teams : meetings;
}
