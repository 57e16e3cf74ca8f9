using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using TalksWatcher.Claims;

namespace TalksWatcher.Configuration;

/// <summary>Holds a JSON document against the type it is meant for and lists every difference, not only the first.</summary>
internal sealed class JsonShape(string file)
{
    private static readonly NullabilityInfoContext Nullability = new();
    private readonly List<ConfigFault> faults = [];

    public static IReadOnlyList<ConfigFault> Compare(string file, JsonElement json, Type type)
    {
        var shape = new JsonShape(file);
        shape.Value(json, type, "$");
        return shape.faults;
    }

    private void Value(JsonElement json, Type declared, string path)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (ElementType(type) is { } element)
            Array(json, element, path);
        else if (ValueOfDictionary(type) is { } value)
            Dictionary(json, value, path);
        else if (type == typeof(string))
            Expect(json, JsonValueKind.String, "a string", path);
        else if (type == typeof(bool))
            Expect(json.ValueKind is JsonValueKind.True or JsonValueKind.False, json, "true or false", path);
        else if (type == typeof(int) || type == typeof(long) || type == typeof(double))
            Number(json, type, path);
        else if (type.IsEnum)
            Enumeration(json, type, path);
        else if (type == typeof(TimeSpan) || type == typeof(TimeOnly) || type == typeof(DateOnly) || type == typeof(DateTimeOffset))
            Time(json, type, path);
        else if (type != typeof(JsonElement))
            Object(json, type, path);
    }

    private void Object(JsonElement json, Type type, string path)
    {
        if (!Expect(json, JsonValueKind.Object, "an object", path))
            return;
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => (p.CanWrite || IsConstructorParameter(type, p)) && !p.IsDefined(typeof(JsonIgnoreAttribute)))
            .ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name), StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            if (!properties.TryGetValue(member.Name, out var property))
                Fault($"{path}.{member.Name}", "unknown key", Nearest(member.Name, properties.Keys));
            else if (member.Value.ValueKind != JsonValueKind.Null)
                Value(member.Value, property.PropertyType, $"{path}.{member.Name}");
            else if (!MayBeNull(property))
                Fault($"{path}.{member.Name}", "is null", "give a value or leave the key out");
        }

        foreach (var (name, property) in properties)
            if (IsRequired(type, property) && !json.TryGetProperty(name, out _))
                Fault($"{path}.{name}", "is missing", "add it");
    }

    private void Array(JsonElement json, Type element, string path)
    {
        if (!Expect(json, JsonValueKind.Array, "an array", path))
            return;
        var index = 0;
        foreach (var item in json.EnumerateArray())
            Value(item, element, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"));
    }

    private void Dictionary(JsonElement json, Type value, string path)
    {
        if (!Expect(json, JsonValueKind.Object, "an object", path))
            return;
        foreach (var member in json.EnumerateObject())
            Value(member.Value, value, $"{path}.{member.Name}");
    }

    private void Number(JsonElement json, Type type, string path)
    {
        if (Expect(json, JsonValueKind.Number, "a number", path) && type == typeof(int) && !json.TryGetInt32(out _))
            Fault(path, $"{json.GetRawText()} is no whole number", "write a whole number");
    }

    private void Enumeration(JsonElement json, Type type, string path)
    {
        var names = Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName).ToList();
        if (Expect(json, JsonValueKind.String, "a string", path) && !names.Contains(json.GetString()!, StringComparer.Ordinal))
            Fault(path, $"\"{json.GetString()}\" is not known", $"write one of {string.Join(", ", names)}");
    }

    private void Time(JsonElement json, Type type, string path)
    {
        if (!Expect(json, JsonValueKind.String, "a string", path))
            return;
        var example = type == typeof(TimeSpan) ? "\"00:15:00\" or \"7.00:00:00\""
            : type == typeof(TimeOnly) ? "\"08:00:00\"" : type == typeof(DateOnly) ? "\"2026-02-01\"" : "\"2026-02-01T08:00:00Z\"";
        try
        {
            JsonSerializer.Deserialize(json, type, ClaimJson.Options);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            Fault(path, $"\"{json.GetString()}\" cannot be read", $"write it like {example}");
        }
    }

    private bool Expect(JsonElement json, JsonValueKind kind, string what, string path) =>
        Expect(json.ValueKind == kind, json, what, path);

    private bool Expect(bool holds, JsonElement json, string what, string path)
    {
        if (!holds)
            Fault(path, $"{json.ValueKind.ToString().ToLowerInvariant()} found", $"write {what}");
        return holds;
    }

    private void Fault(string path, string problem, string remedy) => faults.Add(new ConfigFault(file, path, problem, remedy));

    private static string Nearest(string name, IEnumerable<string> known)
    {
        var names = known.Order(StringComparer.Ordinal).ToList();
        var near = names.FirstOrDefault(k => k.Equals(name, StringComparison.OrdinalIgnoreCase)
            || k.StartsWith(name, StringComparison.OrdinalIgnoreCase) || name.StartsWith(k, StringComparison.OrdinalIgnoreCase));
        return near is null ? $"remove it (known here: {string.Join(", ", names)})" : $"write \"{near}\"";
    }

    private static Type? ElementType(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ValueList<>)
            || type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) ? type.GetGenericArguments()[0]
        : null;

    private static Type? ValueOfDictionary(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)
            || type.GetGenericTypeDefinition() == typeof(Dictionary<,>)) ? type.GetGenericArguments()[1] : null;

    private static bool MayBeNull(PropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null
        || Nullability.Create(property).ReadState == NullabilityState.Nullable;

    private static bool IsRequired(Type type, PropertyInfo property) =>
        property.IsDefined(typeof(RequiredMemberAttribute)) || Parameter(type, property) is { HasDefaultValue: false };

    private static bool IsConstructorParameter(Type type, PropertyInfo property) => Parameter(type, property) is not null;

    private static ParameterInfo? Parameter(Type type, PropertyInfo property) =>
        type.GetConstructors().Where(c => c.GetParameters().Length > 0)
            .SelectMany(c => c.GetParameters())
            .FirstOrDefault(p => string.Equals(p.Name, property.Name, StringComparison.OrdinalIgnoreCase));
}
