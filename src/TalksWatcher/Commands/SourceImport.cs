using TalksWatcher.Configuration;
using TalksWatcher.Flow;
using TalksWatcher.Sources;
using TalksWatcher.Sources.Catalogues;
using TalksWatcher.Sources.Feeds;
using TalksWatcher.Sources.Identity;

namespace TalksWatcher.Commands;

/// <summary>What an OPML file adds to a watch. Nothing is written here.</summary>
/// <param name="Feeds">New ones, with names that no other source has.</param>
/// <param name="Known">A line for each that is there already.</param>
internal sealed record SourceImport(IReadOnlyList<SourceDefinition> Feeds, IReadOnlyList<string> Known)
{
    /// <param name="list">The list to write; sources of one that has this name already are to be replaced.</param>
    /// <exception cref="ConfigException">With every outline that cannot be read.</exception>
    /// <exception cref="BadInputException">The file is no OPML.</exception>
    public static SourceImport Plan(Watch watch, string list, OpmlFile file)
    {
        var others = watch.Sources.Concat(watch.Lists.Where(l => l.Name != list).SelectMany(l => l.Sources)).ToList();
        var reading = Read(file, others.Select(source => source.Name));
        if (reading.Faults.Count > 0)
            throw new ConfigException([.. reading.Faults.Select(fault => new ConfigFault(file.Name, OneLine.Of(fault.Place), fault.Problem, fault.Remedy))]);
        var known = others.Where(source => source.Url is not null).DistinctBy(Key).ToDictionary(Key, source => source.Name, StringComparer.Ordinal);
        var feeds = new List<SourceDefinition>();
        var left = new List<string>();
        foreach (var source in reading.Sources)
        {
            if (known.TryAdd(Key(source), source.Name))
                feeds.Add(source);
            else
                left.Add($"{source.Url} is there already as {known[Key(source)]}");
        }
        return new SourceImport(feeds, left);
    }

    /// <summary>A plain file name: letters, digits and hyphens.</summary>
    /// <exception cref="BadInputException">Nothing of the name can be used.</exception>
    public static string ListName(string name)
    {
        var plain = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')).Trim('-');
        return plain.Length > 0 ? plain : throw new BadInputException($"--list {OneLine.Of(name)}: is no name; use letters, digits and hyphens");
    }

    private static OpmlReading Read(OpmlFile file, IEnumerable<string> usedNames)
    {
        try
        {
            return Opml.Read(file.Bytes, usedNames);
        }
        catch (FeedFormatException e)
        {
            throw new BadInputException($"{file.Name}: {OneLine.Of(e.Message)}");
        }
    }

    private static string Key(SourceDefinition source) => CanonicalAddress.Of(source.Url) ?? source.Url ?? source.Name;
}

internal sealed record OpmlFile(string Name, byte[] Bytes);
