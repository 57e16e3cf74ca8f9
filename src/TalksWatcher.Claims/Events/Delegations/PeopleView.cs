using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Delegations;

/// <summary>A sentence as it tells of people: an office before its holder left out, pronouns standing for whom they point back to.</summary>
/// <param name="Marks">What patterns are matched against.</param>
/// <param name="Origin">For each of its tokens the token of the sentence; <c>null</c> where they are the same.</param>
internal readonly record struct PeopleView(MarkedSentence Marks, int[]? Origin)
{
    public int OriginOf(int token) => Origin is null ? token : Origin[Math.Min(token, Origin.Length - 1)];

    public static PeopleView Whole(MarkedSentence marks, IReadOnlyList<Mention> pronouns)
    {
        var mentions = Joined(marks.Mentions);
        if (pronouns.Count > 0)
        {
            mentions = [.. mentions, .. pronouns];
            mentions.Sort((one, other) => one.First.CompareTo(other.First));
        }

        return new PeopleView(mentions == marks.Mentions ? marks : new MarkedSentence(marks.Sentence, mentions, marks.Times, marks.Room), null);
    }

    /// <summary>The sentence without its asides.</summary>
    public PeopleView Without(Asides asides)
    {
        var (whole, left) = (Marks, asides.Outside(Marks));
        var sentence = whole.Sentence with { Tokens = Array.ConvertAll(left, at => whole.Tokens[at]) };
        var place = new int[whole.Tokens.Length];
        Array.Fill(place, -1);
        for (var i = 0; i < left.Length; i++)
            place[left[i]] = i;
        var mentions = whole.Mentions.Where(m => place[m.First] >= 0 && place[m.Last] >= 0).Select(m => m with { First = place[m.First] }).ToList();
        var times = whole.Times.Where(t => place[t.First] >= 0 && place[t.Last] >= 0).Select(t => t with { First = place[t.First] }).ToList();
        return new PeopleView(new MarkedSentence(sentence, mentions, times, whole.Room), left);
    }

    /// <summary>"US special envoy Steve Witkoff": named once, by name.</summary>
    private static List<Mention> Joined(List<Mention> mentions)
    {
        List<Mention>? joined = null;
        for (var i = 0; i + 1 < mentions.Count; i++)
        {
            var (office, holder) = (mentions[i], mentions[i + 1]);
            if (office.Kind != NameKind.Office || holder.Kind != NameKind.Person || holder.First != office.Last + 1 || holder.Name.Canonical != office.Name.Canonical)
                continue;
            joined ??= [.. mentions];
            joined.Remove(office);
        }

        return joined ?? mentions;
    }
}
