namespace TalksWatcher.Ledger.Tests.Stories;

public sealed class StoryTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "streams");

    public static TheoryData<string> Names => new(Directory.EnumerateFiles(Folder, "*.txt").Select(Path.GetFileNameWithoutExtension).Order().ToArray()!);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stream_raises_what_a_careful_editor_would(string name)
    {
        var (told, expected) = Story.Read(Path.Combine(Folder, name + ".txt")).Play();

        Assert.Equal(expected, told);
    }
}
