using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Text;

namespace TalksWatcher.Claims.Events.Delegations;

/// <summary>A sentence as it tells of people: an office before its holder left out, pronouns standing for whom they point back to.</summary>
/// <param name="Marks">What patterns are matched against.</param>
/// <param name="Origin">For each of its tokens the token of the sentence; <c>null</c> where they are the same.</param>
internal readonly record struct PeopleView(MarkedSentence Marks, List<int>? Origin)
{
    public int OriginOf(int token) => Origin is null ? token : Origin[Math.Min(token, Origin.Count - 1)];

    public static PeopleView Whole(MarkedSentence marks, PersonFocus focus)
    {
        var mentions = focus.WithPronouns(marks, Joined(marks.Mentions));
        return new PeopleView(mentions == marks.Mentions ? marks : marks.With(mentions), null);
    }

    /// <summary>What some of its tokens say.</summary>
    /// <param name="left">Those that are kept, in order.</param>
    public PeopleView Only(List<int> left)
    {
        var (tokens, mentions, times) = (new Token[left.Count], new List<Mention>(Marks.Mentions.Count), Marks.Times.Count == 0 ? Marks.Times : []);
        for (var at = 0; at < tokens.Length; at++)
            tokens[at] = Marks.Tokens[left[at]];
        foreach (var mention in Marks.Mentions)
        {
            if (left.BinarySearch(mention.First) is >= 0 and var first && left.BinarySearch(mention.Last) >= 0)
                mentions.Add(first == mention.First ? mention : mention with { First = first });
        }

        foreach (var time in Marks.Times)
        {
            if (left.BinarySearch(time.First) is >= 0 and var first && left.BinarySearch(time.Last) >= 0)
                times.Add(first == time.First ? time : time with { First = first });
        }

        return new PeopleView(new MarkedSentence(Marks.Sentence with { Tokens = tokens }, mentions, times), left);
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
