namespace TalksWatcher.Claims.Patterns;

/// <summary>One text file of rules or words: settings ("status: postponed"), patterns, remarks (#).</summary>
/// <param name="Path">As in the project, with forward slashes: <c>English/Meetings/Postponed.txt</c>.</param>
internal sealed record RuleFile(string Path, string Content)
{
    /// <summary>The rule's name everywhere: in claims, logs and examples.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    /// <summary>Lines that say something, with their 1-based numbers.</summary>
    public IEnumerable<(int Number, string Text)> Lines()
    {
        var number = 0;
        foreach (var line in Content.Split('\n'))
        {
            number++;
            var text = line.Trim();
            if (text.Length > 0 && text[0] != '#')
                yield return (number, text);
        }
    }

    public RuleFileException Fault(int line, string fault) => new($"{Path}:{line}: {fault}");

    /// <summary>The files built into this assembly.</summary>
    public static IReadOnlyList<RuleFile> Embedded()
    {
        var assembly = typeof(RuleFile).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(n => n.EndsWith(".txt", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read)];

        RuleFile Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return new RuleFile(name.Replace('\\', '/'), reader.ReadToEnd());
        }
    }
}

/// <summary>A rule or word list that cannot be read; the message names file, line and fault.</summary>
public sealed class RuleFileException : Exception
{
    public RuleFileException()
    {
    }

    public RuleFileException(string message)
        : base(message)
    {
    }

    public RuleFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
