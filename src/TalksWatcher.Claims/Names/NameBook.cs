using TalksWatcher.Claims.Text;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Names;

/// <summary>All names of a watch, ready for look-up; built once.</summary>
internal sealed class NameBook
{
    /// <summary>What speaks for any country.</summary>
    private static readonly string[] Ministries = ["Foreign Ministry", "Defence Ministry", "Defense Ministry", "Energy Ministry", "Interior Ministry", "government", "presidency"];

    private readonly NameTrie<Name> trie = new();
    private readonly Dictionary<string, string> regions;

    public NameBook(Vocabulary vocabulary)
    {
        foreach (var name in vocabulary.NeverVenues)
            trie.Add(name, new Name(NameKind.NeverVenue, name, null));
        foreach (var person in vocabulary.People)
            AddPerson(person, vocabulary.Warring);
        foreach (var body in vocabulary.Bodies)
            AddAll(new Name(NameKind.Body, body.Name, body.Actor.Length == 0 ? null : body.Actor), [body.Name, .. body.Aliases ?? []]);
        foreach (var (bare, bodies) in BareBodies(vocabulary))
            trie.Add(bare, new Name(NameKind.Body, bare, null) { BySide = bodies });
        foreach (var outlet in vocabulary.Outlets)
            AddAll(new Name(NameKind.Outlet, outlet.Name, null), [outlet.Name, .. outlet.Aliases ?? []]);
        foreach (var actor in vocabulary.Actors)
            AddActor(actor, vocabulary);
        foreach (var place in vocabulary.Places)
            AddPlace(place, vocabulary);
        Countries = vocabulary.Actors.Where(a => a.Place is not null).ToDictionary(a => a.Code, a => a.Place!, StringComparer.Ordinal);
        Adjectives = vocabulary.Actors.Where(a => a.Adjectives.Count > 0).ToDictionary(a => a.Code, a => a.Adjectives[0], StringComparer.Ordinal);
        regions = vocabulary.Places.Where(p => p.Region is not null).GroupBy(p => p.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Region!, StringComparer.Ordinal);
        PlaceCountries = vocabulary.Places.GroupBy(p => p.Name, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Country, StringComparer.Ordinal);
    }

    /// <summary>Every word of every name.</summary>
    public IReadOnlyCollection<string> Words => trie.Words;

    /// <summary>Code → country as a venue.</summary>
    public IReadOnlyDictionary<string, string> Countries { get; }

    /// <summary>Code → adjective: "Ukrainian".</summary>
    public IReadOnlyDictionary<string, string> Adjectives { get; }

    /// <summary>City → code of its country.</summary>
    public IReadOnlyDictionary<string, string> PlaceCountries { get; }

    public (Name? Name, int Count) Longest(ReadOnlySpan<Token> tokens, int at, Func<Name, bool> accept) =>
        trie.Longest(tokens, at, accept);

    /// <summary>Whether two venues can be one: the same, or a city and its region or country.</summary>
    public bool Agree(string one, string other) =>
        one == other || LiesIn(one, other) || LiesIn(other, one);

    /// <summary>Whether a city lies in a region or country.</summary>
    public bool LiesIn(string city, string around) => Lies(city, around) || regions.GetValueOrDefault(city) == around;

    /// <summary>Whether a city lies in a country.</summary>
    public bool Lies(string city, string country) =>
        PlaceCountries.TryGetValue(city, out var code) && Countries.TryGetValue(code, out var name) && name == country;

    /// <summary>Whether two places lie in one country.</summary>
    public bool AreCompatriots(string one, string other) =>
        PlaceCountries.TryGetValue(one, out var mine) && PlaceCountries.TryGetValue(other, out var theirs) && mine == theirs;

    /// <summary>The country that an adjective stands for, as a place.</summary>
    public Name Ground(Name name) =>
        name is { Kind: NameKind.Adjective, Actor: { } code } && Countries.TryGetValue(code, out var place)
            ? name with { Kind = NameKind.Country, Venue = place }
            : name;

    private void AddAll(Name name, IEnumerable<string> spellings)
    {
        foreach (var spelling in spellings)
            trie.Add(spelling, name);
    }

    /// <summary>"Defense Ministry", "General Staff": what is left of the names of bodies without their country's adjective.</summary>
    private static IEnumerable<(string Bare, Dictionary<string, Name> Bodies)> BareBodies(Vocabulary vocabulary)
    {
        var adjectives = vocabulary.Actors.ToDictionary(a => a.Code, a => a.Adjectives, StringComparer.Ordinal);
        return vocabulary.Bodies.Where(b => adjectives.ContainsKey(b.Actor))
            .SelectMany(b => (b.Aliases ?? []).Append(b.Name).SelectMany(n => adjectives[b.Actor].Where(a => n.StartsWith(a + " ", StringComparison.Ordinal) && char.IsUpper(n[a.Length + 1])).Select(a => (Bare: n[(a.Length + 1)..], Body: b))))
            .GroupBy(p => p.Bare, StringComparer.Ordinal)
            .Select(g => (g.Key, g.GroupBy(p => p.Body.Actor, StringComparer.Ordinal).ToDictionary(s => s.Key, s => new Name(NameKind.Body, s.First().Body.Name, s.Key), StringComparer.Ordinal)));
    }

    private void AddPerson(Person person, ValueList<string> warring)
    {
        var name = new Name(NameKind.Person, person.Name, person.Actor, Rank: person.Rank);
        AddAll(name, [person.Name, .. person.Aliases ?? []]);
        AddAll(name with { Kind = NameKind.Office }, person.Offices ?? []);
        var surname = person.Name[(person.Name.LastIndexOf(' ') + 1)..];
        var isPlain = person.Rank is PersonRank.Leader or PersonRank.Minister || warring.Contains(person.Actor) && surname.Length > 4;
        var alone = isPlain ? null : person.Name;
        trie.Add(surname, name with { NeedsFull = alone });
    }

    private void AddActor(Actor actor, Vocabulary vocabulary)
    {
        var isSide = vocabulary.Warring.Contains(actor.Code) || vocabulary.Mediators.Contains(actor.Code);
        AddAll(new Name(NameKind.Country, actor.Names[0], actor.Code, actor.Place) { IsPartySeat = isSide }, actor.Names);
        AddAll(new Name(NameKind.Adjective, actor.Adjectives[0], actor.Code), actor.Adjectives);
        foreach (var adjective in actor.Adjectives)
        {
            foreach (var ministry in Ministries)
                trie.Add($"{adjective} {ministry}", new Name(NameKind.Body, $"{actor.Adjectives[0]} {ministry}", actor.Code));
        }

        AddAll(new Name(NameKind.Demonym, actor.Names[0], actor.Code), actor.Demonyms ?? []);
        foreach (var metonym in actor.Metonyms ?? [])
            trie.Add(metonym, new Name(NameKind.Government, metonym, actor.Code, SeatOf(metonym, vocabulary.Places)) { IsPartySeat = true });
    }

    /// <summary>The city of a seat where one also meets: "at the White House".</summary>
    private static string? SeatOf(string metonym, ValueList<Place> places) =>
        places.FirstOrDefault(p => p.Aliases?.Contains(metonym) == true)?.Name;

    private void AddPlace(Place place, Vocabulary vocabulary)
    {
        var isCapital = vocabulary.Actors.Any(a => a.Capital == place.Name);
        var isSeat = isCapital && (vocabulary.Warring.Contains(place.Country) || vocabulary.Mediators.Contains(place.Country));
        var name = new Name(NameKind.Place, place.Name, place.Country, place.Name) { IsPartySeat = isSeat };
        var seat = name with { Kind = NameKind.Capital, Seats = vocabulary.Actors.FirstOrDefault(a => a.Code == place.Country)?.Names[0] };
        AddAll(isCapital ? seat : name, [place.Name]);
        foreach (var alias in place.Aliases ?? [])
        {
            var isCity = isCapital && !alias.Contains(' ', StringComparison.Ordinal);
            trie.Add(alias, isCity ? seat : name);
        }
    }
}
