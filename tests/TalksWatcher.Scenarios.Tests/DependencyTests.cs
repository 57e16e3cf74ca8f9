using System.Reflection;

namespace TalksWatcher.Scenarios.Tests;

/// <summary>Who may know whom: the arrows of the README's map, held against the built assemblies.</summary>
public sealed class DependencyTests
{
    public static TheoryData<string, string[]> Allowed => new()
    {
        { "TalksWatcher.Claims", [] },
        { "TalksWatcher.Sources", [] },
        { "TalksWatcher.Ledger", ["TalksWatcher.Claims"] },
        { "TalksWatcher.Digests", ["TalksWatcher.Claims", "TalksWatcher.Ledger"] },
        { "TalksWatcher.Storage", ["TalksWatcher.Claims", "TalksWatcher.Ledger", "TalksWatcher.Sources", "TalksWatcher.Digests"] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void An_assembly_knows_only_its_neighbours_upstream(string assembly, string[] allowed)
    {
        var known = References(assembly).Where(name => name.StartsWith("TalksWatcher", StringComparison.OrdinalIgnoreCase));

        Assert.Empty(known.Except(allowed, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("TalksWatcher.Claims")]
    [InlineData("TalksWatcher.Ledger")]
    public void The_pure_assemblies_reference_neither_network_nor_files_nor_database(string assembly)
    {
        string[] impure = ["System.Net.Http", "System.Net.Sockets", "System.IO.FileSystem", "Microsoft.EntityFrameworkCore", "AngleSharp", "Microsoft.AspNetCore"];

        Assert.DoesNotContain(References(assembly), name => impure.Any(i => name.StartsWith(i, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("AngleSharp", "TalksWatcher.Sources")]
    [InlineData("Polly", "TalksWatcher.Sources")]
    [InlineData("Microsoft.EntityFrameworkCore", "TalksWatcher.Storage")]
    [InlineData("MailKit", "TalksWatcher.Digests")]
    public void A_big_package_is_known_to_one_project(string package, string owner)
    {
        var knowing = Allowed.Select(row => (string)row[0]).Where(a => References(a).Any(name => name.StartsWith(package, StringComparison.Ordinal)));

        Assert.Empty(knowing.Except([owner], StringComparer.Ordinal));
    }

    private static IEnumerable<string> References(string assembly) =>
        Assembly.Load(assembly).GetReferencedAssemblies().Select(name => name.Name!);
}
