using TalksWatcher.Claims;
using TalksWatcher.Claims.Watches;
using TalksWatcher.Flow;
using TalksWatcher.Ledger;
using TalksWatcher.Sources;

namespace TalksWatcher.Configuration;

/// <summary>One watched negotiation: <c>watches/ID/watch.json</c>.</summary>
public sealed record Watch
{
    /// <summary>Version of this file's format; 1.</summary>
    public required int Schema { get; init; }

    /// <summary>Name of the folder; part of every key in the storage.</summary>
    public required string Id { get; init; }

    /// <summary>As readers see it ("Russia–Ukraine negotiations").</summary>
    public required string Title { get; init; }

    public required Vocabulary Vocabulary { get; init; }

    /// <summary>How much the outlets weigh, each with a reason.</summary>
    public ValueList<OutletTier> Outlets { get; init; } = [];

    /// <summary>Those of this file; the lists beside it hold more.</summary>
    public ValueList<SourceDefinition> Sources { get; init; } = [];

    /// <summary>When a voice counts, how long a subject lives, what weighs how much; the defaults are what ships.</summary>
    public LedgerSettings Ledger { get; init; } = new();

    internal ValueList<SourceList> Lists { get; init; } = [];

    /// <summary>Those of the file and of the lists, switched off ones too.</summary>
    internal IEnumerable<SourceDefinition> AllSources => Sources.Concat(Lists.SelectMany(list => list.Effective));

    internal LedgerSettings LedgerSettings => Ledger with { Watch = Id, Names = Names.Of(Vocabulary), Outlets = Outlets };

    /// <summary>The watch with its lists switched as the settings say.</summary>
    internal Watch Switched(IReadOnlyDictionary<string, bool> switches) => this with
    {
        Lists = Lists.Select(list => switches.FirstOrDefault(s => s.Key.Equals(list.Name, StringComparison.OrdinalIgnoreCase)) is { Key: not null } found
            ? list with { Enabled = found.Value } : list).ToValueList(),
    };

    /// <summary>The watch, or <c>null</c> with its faults added.</summary>
    internal static Watch? Load(string root, string id, List<ConfigFault> faults)
    {
        var file = $"watches/{id}/watch.json";
        if (ConfigFolder.ReadJson(root, file, faults) is not { } json || StrictJson.Read<Watch>(file, json, faults) is not { } watch)
            return null;
        if (watch.Id != id)
            faults.Add(new ConfigFault(file, "$.id", $"\"{watch.Id}\" is not the folder's name", $"write \"{id}\""));
        return watch with { Lists = SourceList.Load(root, id, faults).ToValueList() };
    }
}
