namespace TalksWatcher.Ledger.Tests.Measures;

/// <summary>The figures of <c>score_developments.py</c>.</summary>
internal sealed record DevelopmentFigures(
    double Recall, double Precision, double RepeatsPerDevelopment, double ChangeRight, double TopicRight, double WasRight, double EchoRaises)
{
    public static DevelopmentFigures Of(
        IReadOnlyList<Development> raised, IReadOnlyList<GoldDevelopment> gold, IReadOnlyDictionary<string, string> originals)
    {
        var byId = gold.ToDictionary(g => g.Id, StringComparer.Ordinal);
        var found = new Dictionary<string, Development>(StringComparer.Ordinal);
        var (repeats, echoed, wrong) = (0, 0, 0);
        foreach (var item in raised)
        {
            var source = originals.GetValueOrDefault(item.Document!, item.Document!);
            var hits = gold.Where(g => g.CarriedBy.Contains(source) && Agreement.Full(g.Claim, item.Now)).ToList();
            var fresh = hits.Where(g => !found.ContainsKey(g.Id)).OrderBy(g => g.Optional).FirstOrDefault();
            if (fresh is not null)
                found[fresh.Id] = item;
            else if (originals.ContainsKey(item.Document!))
                echoed++;
            else if (hits.Count == 0)
                wrong++;
            else if (hits.Any(g => !g.Optional))
                repeats++;
        }

        var wanted = gold.Where(g => !g.Optional).ToList();
        var hit = wanted.Where(g => found.ContainsKey(g.Id)).ToList();
        var moved = hit.Where(g => g.Was.Count > 0).ToList();
        return new DevelopmentFigures(
            Share(hit.Count, wanted.Count), Share(hit.Count, hit.Count + wrong), Share(repeats, hit.Count),
            Share(hit.Count(g => found[g.Id].Change == g.Change), hit.Count),
            Share(hit.Count(g => found[g.Id].Topic == g.Topic), hit.Count),
            Share(moved.Count(g => g.Was.Any(id => Agreement.Core(byId[id].Claim, found[g.Id].Was))), moved.Count),
            Share(echoed, originals.Count));
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : Math.Round(part / (double)whole, 3);
}
