using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Delegations;

/// <summary>A sentence as it tells of people: an office before its holder left out, pronouns standing for whom they point back to.</summary>
internal static class PeopleView
{
    public static MarkedSentence Of(MarkedSentence marks, PersonFocus focus)
    {
        var mentions = focus.WithPronouns(marks, Joined(marks.Mentions));
        return mentions == marks.Mentions ? marks : marks.With(mentions);
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
