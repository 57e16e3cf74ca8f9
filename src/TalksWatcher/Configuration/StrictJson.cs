using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using TalksWatcher.Claims;

namespace TalksWatcher.Configuration;

/// <summary>Reads a configuration file into a record; unknown keys, wrong types and values out of range are faults.</summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions DocumentOptions = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
        MaxDepth = 32,
    };

    /// <summary>The root of a JSON file as a node, or <c>null</c> with a fault added.</summary>
    public static JsonObject? Parse(string file, string json, List<ConfigFault> faults)
    {
        try
        {
            if (JsonNode.Parse(json, nodeOptions: null, DocumentOptions) is JsonObject root)
                return root;
            faults.Add(new ConfigFault(file, "$", "is no JSON object", "start the file with {"));
        }
        catch (JsonException e)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}");
            faults.Add(new ConfigFault(file, "$", $"is no valid JSON at {place}", "mend the syntax there"));
        }

        return null;
    }

    public static T? Read<T>(string file, JsonObject root, List<ConfigFault> faults)
        where T : class
    {
        using var document = JsonDocument.Parse(root.ToJsonString());
        var differences = JsonShape.Compare(file, document.RootElement, typeof(T));
        faults.AddRange(differences);
        if (differences.Count > 0)
            return null;
        var value = document.Deserialize<T>(ClaimJson.Options)!;
        CheckRanges(file, value, "$", faults);
        return value;
    }

    private static void CheckRanges(string file, object value, string path, List<ConfigFault> faults)
    {
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length > 0 || property.GetValue(value) is not { } item)
                continue;
            var place = $"{path}.{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}";
            foreach (var rule in property.GetCustomAttributes<ValidationAttribute>())
                if (!rule.IsValid(item))
                    faults.Add(new ConfigFault(file, place, $"{item} is out of range", rule.FormatErrorMessage(property.Name)));
            Descend(file, item, place, faults);
        }
    }

    private static void Descend(string file, object item, string place, List<ConfigFault> faults)
    {
        if (item is string || item.GetType().IsPrimitive || item is IDictionary)
            return;
        if (item is IEnumerable list)
        {
            var index = 0;
            foreach (var element in list)
            {
                if (element is not null && IsOurs(element))
                    CheckRanges(file, element, string.Create(CultureInfo.InvariantCulture, $"{place}[{index}]"), faults);
                index++;
            }
        }
        else if (IsOurs(item))
        {
            CheckRanges(file, item, place, faults);
        }
    }

    private static bool IsOurs(object value) =>
        !value.GetType().IsEnum && value.GetType().Namespace?.StartsWith("TalksWatcher", StringComparison.Ordinal) == true;
}
