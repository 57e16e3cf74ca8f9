using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Text;

namespace TalksWatcher.Claims.Names;

/// <summary>Which of the named places in a sentence are places where something happens, and how they are tied to it.</summary>
internal sealed class VenueFinder(Lexicon lexicon, NameBook book, IReadOnlySet<string> parties, IReadOnlySet<string> warring)
{
    private const int ListReach = 8;
    private const int ModifierReach = 2;
    private const int TitleReach = 4;
    private const int HallReach = 4;
    private readonly FrozenSet<string> links = lexicon.Words("venue-links");
    private readonly FrozenSet<string> meetings = lexicon.Words("meeting-nouns");
    private readonly FrozenSet<string> modifiers = lexicon.Words("talks-modifiers");
    private readonly FrozenSet<string> reaching = lexicon.Words("reaching-words");
    private readonly FrozenSet<string> reporting = lexicon.Words("reporting-verbs");
    private readonly FrozenSet<string> visiting = lexicon.Words("visiting-words");
    private readonly VenueHosts hosts = new(lexicon);
    private readonly VenuePrepositions prepositions = new(lexicon, parties, warring);

    public IReadOnlyList<Venue> Find(MarkedSentence sentence)
    {
        var count = 0;
        foreach (var mention in sentence.Mentions)
            count += mention.Name.Venue is null ? 0 : 1;
        if (count == 0)
            return [];
        var (venues, next) = (new Venue[count], 0);
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Name.Venue is null)
                continue;
            var (role, group) = RoleOf(sentence, mention, next > 0 ? venues[next - 1] : null);
            venues[next] = new Venue(mention, role, group < 0 ? next : group);
            next++;
        }

        ShareHosts(sentence, venues);
        return venues;
    }

    /// <summary>"Austria, Switzerland and Türkiye are ready to host": the verb after the last speaks of all.</summary>
    private void ShareHosts(MarkedSentence sentence, Venue[] venues)
    {
        for (var i = venues.Length - 1; i > 0; i--)
        {
            var (left, right) = (venues[i - 1], venues[i]);
            if (right.Role == VenueRole.Location && left.Role == VenueRole.None && left.Mention.Kind != NameKind.Government
                && (right.Shared || hosts.IsHostLater(sentence, right.Mention)) && IsCoordinated(sentence, left.Mention, right.Mention))
                venues[i - 1] = left with { Role = VenueRole.Location, Group = right.Group, Shared = true };
        }
    }

    /// <summary>"Geneva, Switzerland" is Geneva.</summary>
    private bool Contains(string country, string city) => book.Lies(city, country);

    private (VenueRole Role, int Group) RoleOf(MarkedSentence sentence, Mention mention, Venue? before)
    {
        if (hosts.IsHost(sentence, mention))
            return (VenueRole.Location, -1);
        if (before is not null && mention.Kind != NameKind.Government && !IsWarring(mention) && IsCoordinated(sentence, before.Mention, mention))
        {
            return Contains(mention.Name.Venue!, before.Name) || IsRegionOf(sentence, before.Mention, mention)
                ? (VenueRole.None, int.MaxValue)
                : (before.Role, before.Group);
        }

        if (IsAttributive(sentence, mention))
            return (VenueRole.Attribute, -1);
        if (IsHallOf(sentence, mention))
            return (VenueRole.None, -1);
        return (IsReached(sentence, mention) || hosts.IsAgent(sentence, mention) ? VenueRole.Location : prepositions.RoleOf(sentence, mention), -1);
    }

    /// <summary>"the Mar-a-Lago club in Florida": told by the region that is named, not by the town that only we know.</summary>
    private bool IsHallOf(MarkedSentence sentence, Mention mention)
    {
        if (mention.Kind != NameKind.Place || mention.Name.Canonical.StartsWith(sentence.Word(mention.First), StringComparison.OrdinalIgnoreCase))
            return false;
        for (var at = mention.Last + 1; at <= mention.Last + HallReach; at++)
        {
            if (sentence.MentionAt(at) is { } region)
                return sentence.Word(at - 1) == "in" && region.Name.Venue is { } named && book.AreCompatriots(named, mention.Name.Venue!);
        }

        return false;
    }

    /// <summary>"left Geneva", "visited the Kremlin".</summary>
    private bool IsReached(MarkedSentence sentence, Mention mention) => mention.Kind switch
    {
        NameKind.Place or NameKind.Capital => reaching.Contains(sentence.Word(mention.First - 1)),
        NameKind.Government => sentence.Word(mention.First - 1) == "the" && visiting.Contains(sentence.Word(mention.First - 2)),
        _ => false,
    };

    /// <summary>"ahead of talks in Geneva, Russia and Ukraine traded blows": a side, not a place.</summary>
    private bool IsWarring(Mention mention) => mention is { Kind: NameKind.Country, Actor: { } code } && warring.Contains(code);

    /// <summary>"in Geneva or Istanbul"; not "in Geneva, Kyiv said".</summary>
    private bool IsCoordinated(MarkedSentence sentence, Mention left, Mention right)
    {
        if (right.First - left.Last > ListReach || sentence.Word(right.Last + 1) == "'s" || IsAddressed(sentence, left) || IsOfTitle(sentence, right))
            return false;
        if (sentence.Word(right.First - 1) == "," && (reporting.Contains(sentence.Word(right.Last + 1)) || prepositions.IsPartySeat(right) && !prepositions.IsPartySeat(left)))
            return false;
        if (sentence.Clauses[left.Last] != sentence.Clauses[right.First] && sentence.Word(right.First - 1) == ",")
            return false;
        var isJoined = false;
        for (var at = left.Last + 1; at < right.First; at++)
        {
            if (!links.Contains(sentence.Word(at)))
                return false;
            isJoined |= sentence.Word(at) is "," or "or" or "and" or "nor" or "(";
        }

        return isJoined;
    }

    /// <summary>"For Kyiv, Switzerland would do", "for talks with Russia, Switzerland": who judges or is met, not where.</summary>
    private bool IsAddressed(MarkedSentence sentence, Mention mention) => sentence.Word(mention.First - 1) == "for" && prepositions.IsPartySeat(mention) || sentence.Word(mention.First - 1) == "with";

    /// <summary>"in Jeddah, US envoy Steve Witkoff said": whose he is.</summary>
    private static bool IsOfTitle(MarkedSentence sentence, Mention mention) =>
        mention.Kind == NameKind.Country && sentence.Word(mention.First - 1) == "," && sentence.Mentions.Exists(m => m.IsPerson && m.First > mention.Last && m.First - mention.Last <= TitleReach && IsLower(sentence, mention.Last + 1, m.First));

    private static bool IsLower(MarkedSentence sentence, int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (sentence.Tokens[at].Shape != TokenShape.Lower || sentence.Word(at) is "and" or "or")
                return false;
        }

        return true;
    }

    /// <summary>"Anchorage, Alaska,": one place, not a list.</summary>
    private bool IsRegionOf(MarkedSentence sentence, Mention city, Mention region) =>
        region.First - city.Last == 2 && sentence.Word(city.Last + 1) == "," && book.AreCompatriots(city.Name.Venue!, region.Name.Venue!)
        && sentence.Word(region.Last + 1) is not ("and" or "or") && sentence.MentionAt(region.Last + 2)?.Name.Venue is null;

    /// <summary>"the Geneva talks", "Istanbul peace negotiations".</summary>
    private bool IsAttributive(MarkedSentence sentence, Mention mention)
    {
        if (mention.Kind == NameKind.Country || prepositions.IsPartySeat(mention))
            return false;
        for (var at = mention.Last + 1; at <= mention.Last + ModifierReach; at++)
        {
            if (meetings.Contains(sentence.Word(at)))
                return true;
            if (!modifiers.Contains(sentence.Word(at)))
                return false;
        }

        return false;
    }
}
