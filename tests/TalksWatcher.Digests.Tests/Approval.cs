using System.Runtime.CompilerServices;
using System.Text;

namespace TalksWatcher.Digests.Tests;

/// <summary>
/// Compares a text with the approved file beside the test. Where they differ the test fails and names both; run with
/// the environment variable APPROVE=1 to write what was received, then read the difference before committing it.
/// </summary>
internal static class Approval
{
    public static void Matches(string received, string file, [CallerFilePath] string test = "")
    {
        var approved = Path.Combine(Path.GetDirectoryName(test)!, "Approved", file);
        var text = received.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("APPROVE") is "1")
            File.WriteAllText(approved, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Assert.True(File.Exists(approved), $"There is no {approved}; APPROVE=1 writes it.");
        Assert.Equal(File.ReadAllText(approved).ReplaceLineEndings("\n"), text);
    }
}
