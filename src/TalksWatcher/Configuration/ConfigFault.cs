namespace TalksWatcher.Configuration;

/// <summary>One thing wrong in the configuration, said so that the operator can mend it.</summary>
/// <param name="File">Path of the file, relative to the configuration folder.</param>
/// <param name="Path">JSON path of the value ("$.mail.smtp.port").</param>
/// <param name="Problem">What is wrong, with the value found.</param>
/// <param name="Remedy">What to write instead.</param>
public sealed record ConfigFault(string File, string Path, string Problem, string Remedy)
{
    public override string ToString() => $"{File} {Path}: {Problem}; {Remedy}";
}

/// <summary>The configuration as a whole was refused; every fault is listed.</summary>
public sealed class ConfigException(IReadOnlyList<ConfigFault> faults)
    : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<ConfigFault> Faults { get; } = faults;
}
