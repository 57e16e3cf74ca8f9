using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalksWatcher.Claims;

/// <summary>
/// The public JSON of claims, schema 1: kebab-case values, ISO dates, absent fields left out, <c>place</c> a string or
/// (strikes only) an array. A value outside the schema is a <see cref="JsonException"/> naming it.
/// </summary>
public static class ClaimJson
{
    public const int Schema = 1;

    /// <summary>Options that read and write <see cref="Claim"/> and the enums of this namespace.</summary>
    public static JsonSerializerOptions Options { get; } = Create(indented: false);

    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    private static JsonSerializerOptions Create(bool indented) => new(JsonSerializerDefaults.Web)
    {
        WriteIndented = indented,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        Converters =
        {
            new ClaimConverter(),
            new ValueListConverterFactory(),
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
        },
    };

    private sealed class ClaimConverter : JsonConverter<Claim>
    {
        public override Claim Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<ClaimShape>(ref reader, options)?.ToClaim() ?? throw new JsonException("a claim is null");

        public override void Write(Utf8JsonWriter writer, Claim value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, ClaimShape.Of(value), options);
    }

    /// <summary>The claim as it stands in the JSON; the order here is the order there.</summary>
    private sealed record ClaimShape
    {
        public required ClaimKind Kind { get; init; }
        public ClaimStatus? Status { get; init; }
        public Certainty? Certainty { get; init; }
        public MeetingLevel? Level { get; init; }
        public ValueList<string>? Parties { get; init; }
        public string? By { get; init; }
        public string? On { get; init; }
        public string? Party { get; init; }
        public string? Person { get; init; }
        public DelegationRole? Role { get; init; }
        public string? Replaces { get; init; }
        public JsonElement? Place { get; init; }
        public DateOnly? From { get; init; }
        public DateOnly? To { get; init; }
        public MeetingOutcome? Outcome { get; init; }
        public ValueList<string>? Says { get; init; }
        public string? Via { get; init; }
        public bool? Background { get; init; }
        public ValueList<int>? Paragraphs { get; init; }
        public ValueList<Evidence>? Evidence { get; init; }
        public string? Rule { get; init; }

        public static ClaimShape Of(Claim claim) => new()
        {
            Kind = claim.Kind,
            Status = claim.Status,
            Certainty = claim.Certainty,
            Level = claim.Level,
            Parties = NullIfEmpty(claim.Parties),
            By = claim.By,
            On = claim.On,
            Party = claim.Party,
            Person = claim.Person,
            Role = claim.Role,
            Replaces = claim.Replaces,
            Place = claim.Places.Count switch
            {
                0 => null,
                1 => JsonSerializer.SerializeToElement(claim.Places[0]),
                _ => JsonSerializer.SerializeToElement(claim.Places.ToArray()),
            },
            From = claim.From,
            To = claim.To,
            Outcome = claim.Outcome,
            Says = NullIfEmpty(claim.Says),
            Via = claim.Via,
            Background = claim.Background ? true : null,
            Paragraphs = NullIfEmpty(claim.Paragraphs),
            Evidence = NullIfEmpty(claim.Evidence),
            Rule = claim.Rule,
        };

        public Claim ToClaim() => new()
        {
            Kind = Kind,
            Status = Status,
            Certainty = Certainty,
            Level = Level,
            Parties = Parties ?? [],
            By = By,
            On = On,
            Party = Party,
            Person = Person,
            Role = Role,
            Replaces = Replaces,
            Places = ReadPlaces(),
            From = From,
            To = To,
            Outcome = Outcome,
            Says = Says ?? [],
            Via = Via,
            Background = Background ?? false,
            Paragraphs = Paragraphs ?? [],
            Evidence = Evidence ?? [],
            Rule = Rule,
        };

        private ValueList<string> ReadPlaces() => Place switch
        {
            null => [],
            { ValueKind: JsonValueKind.String } place => [place.GetString()!],
            { ValueKind: JsonValueKind.Array } places => places.EnumerateArray()
                .Select(p => p.GetString() ?? throw new JsonException("place holds null")).ToValueList(),
            _ => throw new JsonException("place is neither a string nor an array of strings"),
        };

        private static ValueList<T>? NullIfEmpty<T>(ValueList<T> list) => list.Count == 0 ? null : list;
    }
}
