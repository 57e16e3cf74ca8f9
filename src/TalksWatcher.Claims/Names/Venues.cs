using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Names;

/// <summary>Which of the named places in a sentence are places where something happens, and how they are tied to it.</summary>
internal sealed class VenueFinder(Lexicon lexicon, NameBook book, IReadOnlySet<string> parties, IReadOnlySet<string> warring)
{
    private readonly FrozenSet<string> motion = lexicon.Words("motion-words");
    private readonly FrozenSet<string> hosting = lexicon.Words("hosting-words");
    private readonly FrozenSet<string> lending = lexicon.Words("lending-verbs");
    private readonly FrozenSet<string> meetings = lexicon.Words("meeting-nouns");
    private readonly FrozenSet<string> reporting = lexicon.Words("reporting-verbs");
    private readonly FrozenSet<string> speaking = lexicon.Words("speaking-occasions");
    private readonly FrozenSet<string> matters = lexicon.Words("matters-in-places");

    public IReadOnlyList<Venue> Find(MarkedSentence sentence)
    {
        if (!sentence.Mentions.Exists(m => m.Name.Venue is not null))
            return [];
        var venues = new List<Venue>();
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Name.Venue is null)
                continue;
            var (role, group) = RoleOf(sentence, mention, venues);
            venues.Add(new Venue(mention, role, group < 0 ? venues.Count : group));
        }

        ShareHosts(sentence, venues);
        return venues;
    }

    /// <summary>"Austria, Switzerland and Türkiye are ready to host": the verb after the last speaks of all.</summary>
    private void ShareHosts(MarkedSentence sentence, List<Venue> venues)
    {
        for (var i = venues.Count - 1; i > 0; i--)
        {
            var (left, right) = (venues[i - 1], venues[i]);
            if (right.Role == VenueRole.Location && left.Role == VenueRole.None && left.Mention.Kind != NameKind.Government
                && (right.Shared || IsHostLater(sentence, right.Mention)) && IsCoordinated(sentence, left.Mention, right.Mention))
                venues[i - 1] = left with { Role = VenueRole.Location, Group = right.Group, Shared = true };
        }
    }

    private static bool IsHostLater(MarkedSentence sentence, Mention mention)
    {
        for (var at = mention.Last + 1; at <= mention.Last + 7; at++)
        {
            if (sentence.Word(at) is "host" or "hosts" or "venue" or "venues")
                return true;
        }

        return false;
    }

    /// <summary>"Geneva, Switzerland" is Geneva.</summary>
    public bool Contains(string country, string city) => book.Lies(city, country);

    private (VenueRole Role, int Group) RoleOf(MarkedSentence sentence, Mention mention, List<Venue> before)
    {
        if (IsHost(sentence, mention))
            return (VenueRole.Location, -1);
        if (before.Count > 0 && mention.Kind != NameKind.Government && IsCoordinated(sentence, before[^1].Mention, mention))
        {
            return Contains(mention.Name.Venue!, before[^1].Name) || IsRegionOf(sentence, before[^1].Mention, mention)
                ? (VenueRole.None, int.MaxValue)
                : (before[^1].Role, before[^1].Group);
        }

        if (IsAttributive(sentence, mention))
            return (VenueRole.Attribute, -1);
        if (mention.Kind is NameKind.Place or NameKind.Capital && sentence.Word(mention.First - 1) is "left" or "leaving" or "departed" or "reached" or "visit" or "visits" or "visited" or "visiting")
            return (VenueRole.Location, -1);
        if (mention.Kind == NameKind.Government && sentence.Word(mention.First - 1) == "the" && sentence.Word(mention.First - 2) is "visit" or "visits" or "visited" or "visiting")
            return (VenueRole.Location, -1);
        if (sentence.Word(mention.First - 1) == "by" && sentence.Word(mention.First - 2) == "hosted")
            return (VenueRole.Location, -1);
        var at = PrepositionBefore(sentence, mention.First);
        return at < 0 ? (VenueRole.None, -1) : (ByPreposition(sentence, mention, at), -1);
    }

    /// <summary>"in Geneva or Istanbul"; not "in Geneva, Kyiv said".</summary>
    private bool IsCoordinated(MarkedSentence sentence, Mention left, Mention right)
    {
        if (right.First - left.Last > 5 || sentence.Word(right.Last + 1) == "'s")
            return false;
        if (sentence.Word(right.First - 1) == "," && reporting.Contains(sentence.Word(right.Last + 1)))
            return false;
        var isJoined = false;
        for (var at = left.Last + 1; at < right.First; at++)
        {
            if (sentence.Word(at) is not ("," or "or" or "and" or "nor" or "the" or "in" or "either" or "to" or "(" or "capital" or "of"))
                return false;
            isJoined |= sentence.Word(at) is "," or "or" or "and" or "nor" or "(";
        }

        return isJoined;
    }

    /// <summary>"Anchorage, Alaska,": one place, not a list.</summary>
    private bool IsRegionOf(MarkedSentence sentence, Mention city, Mention region) =>
        region.First - city.Last == 2 && sentence.Word(city.Last + 1) == "," && book.AreCompatriots(city.Name.Venue!, region.Name.Venue!)
        && sentence.Word(region.Last + 1) is not ("and" or "or") && sentence.MentionAt(region.Last + 2)?.Name.Venue is null;

    /// <summary>"the Geneva talks", "Istanbul peace negotiations".</summary>
    private bool IsAttributive(MarkedSentence sentence, Mention mention)
    {
        if (mention.Kind == NameKind.Country || IsPartySeat(mention))
            return false;
        for (var at = mention.Last + 1; at <= mention.Last + 2; at++)
        {
            if (meetings.Contains(sentence.Word(at)))
                return true;
            if (sentence.Word(at) is not ("peace" or "ceasefire" or "trilateral" or "summit" or "direct" or "round"))
                return false;
        }

        return false;
    }

    /// <summary>"Switzerland will host", "Abu Dhabi had been the scene of".</summary>
    private bool IsHost(MarkedSentence sentence, Mention mention)
    {
        for (var at = mention.Last + 1; at <= mention.Last + 5; at++)
        {
            if (at == mention.Last + 1 && sentence.Word(at) == "," && sentence.Word(mention.First - 1) == ",")
                continue;
            if (sentence.Word(at) is "hold" or "stage" or "organise" or "organize" or "receive" && sentence.Word(at - 1) == "to" && sentence.Word(at - 2) is "ready" or "prepared" or "willing" or "offered" or "keen" or "happy" or "agreed" && !mention.Name.IsPartySeat)
                return true;
            if (lending.Contains(sentence.Word(at)) && hosting.Contains(sentence.Word(at + 2)))
                return true;
            if (hosting.Contains(sentence.Word(at)))
                return sentence.Word(at) != "hosted" || sentence.Word(at - 1) is not ("be" or "been" or "being" or "is" or "are" or "was" or "were");
            if (sentence.Word(at) is not ("will" or "would" or "to" or "has" or "had" or "have" or "be" or "been" or "was" or "is" or "could" or "may" or "might" or "the" or "preparing" or "planning" or "going" or "due" or "set" or "offered" or "ready" or "also" or "also" or "again" or "both" or "which" or "are" or "were" or "prepared" or "willing" or "keen" or "happy" or "eager" or "stands" or "stood" or "remains" or "now" or "all" or "can" or "agreed" or "possible" or "discussed" or "being" or "as" or "named" or "mentioned"))
                return false;
        }

        return false;
    }

    private static int PrepositionBefore(MarkedSentence sentence, int first)
    {
        for (var at = first - 1; at >= 0 && first - at <= 5; at--)
        {
            var word = sentence.Word(at);
            if (word is "in" or "to" or "at" or "for" or "from" or "inside" or "near" or "on" or "outside" or "into" or "towards" or "via")
                return at;
            if (!(word is "the" or "of" or "city" or "capital" or "resort" or "neutral" or "'s" or "nearby" or "either" or "say" or "saudi" or "port" or "town" or "southern" or "western" or "eastern" or "northern" or "historic" or "edge" or "outskirts" or "heart" or "centre" or "center" or "suburb" or "suburbs" or "shores" or "banks" or "suburban" or "central" or "downtown" || sentence.MentionAt(at) is { Kind: NameKind.Adjective or NameKind.Country or NameKind.Place or NameKind.Capital }))
                return -1;
        }

        return -1;
    }

    private VenueRole ByPreposition(MarkedSentence sentence, Mention mention, int at)
    {
        var word = sentence.Word(at);
        if (word == "on" && IsGround(sentence, mention))
            return VenueRole.Location;
        if (word == "for" && mention.Kind != NameKind.Country && !IsPartySeat(mention) && IsSlot(sentence, at))
            return VenueRole.Location;
        if (word is "from" or "on" or "outside" or "via" || IsSeatOfOffice(sentence, at) || IsOccasionOfSpeech(sentence, at))
            return VenueRole.None;
        if (mention.Kind == NameKind.Country && mention.Actor is { } code && (warring.Contains(code) || parties.Contains(code) && word != "in"))
            return VenueRole.None;
        if (word is "to" or "for" or "into" or "towards")
            return IsMotion(sentence, at) || !IsPartySeat(mention) && mention.Kind != NameKind.Country && word == "to" ? VenueRole.Destination : VenueRole.None;
        return mention.Kind == NameKind.Country && IsMatter(sentence, at) ? VenueRole.None : VenueRole.Location;
    }

    /// <summary>"a summit announced for Budapest": what is set for there.</summary>
    private static bool IsSlot(MarkedSentence sentence, int at)
    {
        for (var back = at - 1; back >= 0 && at - back <= 3; back--)
        {
            if (sentence.Word(back) is "announced" or "planned" or "scheduled" or "slated" or "mooted" or "pencilled" or "penciled" or "earmarked" or "booked")
                return true;
        }

        return false;
    }

    /// <summary>"the foreign ministry in Bern": where an office sits.</summary>
    private static bool IsSeatOfOffice(MarkedSentence sentence, int at) =>
        sentence.Word(at - 1) is "ministry" or "office" or "government" or "embassy" or "authorities" or "parliament" or "presidency" or "chancellery" or "headquarters" or "staff" or "correspondent";

    private static bool IsGround(MarkedSentence sentence, Mention mention) => sentence.Word(mention.Last + 1) is "soil" or "territory" or "ground";

    private bool IsPartySeat(Mention mention) =>
        mention.Kind is NameKind.Capital or NameKind.Government && mention.Actor is { } code && parties.Contains(code);

    private bool IsMotion(MarkedSentence sentence, int at)
    {
        for (var back = at - 1; back >= 0 && at - back <= 7; back--)
        {
            if (motion.Contains(sentence.Word(back)))
                return true;
        }

        return false;
    }

    /// <summary>"war in Ukraine", "ceasefire in Gaza": what is there, not where one meets.</summary>
    private bool IsMatter(MarkedSentence sentence, int at) => Enumerable.Range(at - 3, 3).Any(before => matters.Contains(sentence.Word(before)));

    /// <summary>"Peskov said in Moscow on Thursday", "told a conference in Munich".</summary>
    private bool IsOccasionOfSpeech(MarkedSentence sentence, int at)
    {
        for (var back = at - 1; back >= 0 && at - back <= 5; back--)
        {
            var word = sentence.Word(back);
            if (meetings.Contains(word) || word is "meet" or "met" or "that")
                return false;
            if (sentence.MentionAt(back) is null && (reporting.Contains(word) || speaking.Contains(word)))
                return true;
            if (word is "," or ";")
                return false;
        }

        return false;
    }
}

/// <param name="Group">Places of one list ("Turkey or Switzerland") share a number.</param>
internal sealed record Venue(Mention Mention, VenueRole Role, int Group)
{
    public string Name => Mention.Name.Venue!;

    /// <summary>Its role is that of the place after it in a list.</summary>
    public bool Shared { get; init; }
}

internal enum VenueRole
{
    /// <summary>Named, but not as where something happens.</summary>
    None,

    /// <summary>"in Geneva".</summary>
    Location,

    /// <summary>"heading to Geneva".</summary>
    Destination,

    /// <summary>"the Geneva talks".</summary>
    Attribute,
}
