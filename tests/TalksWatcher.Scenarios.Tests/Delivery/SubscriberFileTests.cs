using TalksWatcher.Commands;

namespace TalksWatcher.Scenarios.Tests.Delivery;

/// <summary>Many subscribers as a file: all of it or nothing.</summary>
public sealed class SubscriberFileTests : IDisposable
{
    private readonly Operator @operator = new();

    public void Dispose() => @operator.Dispose();

    [Fact]
    public async Task A_file_goes_in_and_comes_out_as_it_was()
    {
        var file = Write(
            "address,name,pace,at,day,timeZone,quietFrom,quietTo,topics,stillWatching,state\r\n"
            + "ann+talks@x.example,\"Ann, \"\"A.\"\" Ivanova\",daily,07:30,monday,Europe/Kyiv,,,energy-truce talks,true,active\r\n"
            + "bob@xn--bcher-kva.example,,at-once,08:00,monday,UTC,22:00,07:00,,false,unsubscribed\r\n");
        Assert.Equal((0, "2 added, 0 were there and have the wishes of the file"), await ImportAsync(file));

        var exported = (await @operator.RunAsync("subscribers", "export")).Output;

        var rows = exported.Split("\r\n").Where(row => row.Contains("example", StringComparison.Ordinal) && !row.Contains("newsroom", StringComparison.Ordinal) && !row.Contains("analysts", StringComparison.Ordinal));
        Assert.Equal(
            [
                "ann+talks@x.example,\"Ann, \"\"A.\"\" Ivanova\",daily,07:30,monday,Europe/Kyiv,,,energy-truce talks,true,active,,2026-11-22",
                "bob@xn--bcher-kva.example,,at-once,08:00,monday,UTC,22:00,07:00,,false,unsubscribed,,2026-11-22",
            ],
            rows);
    }

    [Fact]
    public async Task What_was_exported_can_be_imported()
    {
        await @operator.RunAsync("subscribers", "export", @operator.Folder.At("all.csv"));
        Assert.Equal((0, "0 added, 2 were there and have the wishes of the file"), await ImportAsync(@operator.Folder.At("all.csv")));
    }

    [Fact]
    public async Task One_faulty_row_keeps_all_others_out_and_each_is_told_with_its_line()
    {
        var file = Write("address,pace\nann@x.example,daily\nno-address,daily\nbob@x.example,hourly\nANN@x.example,daily\n");

        var (code, _, error) = await @operator.RunAsync("subscribers", "import", file);

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Equal(
            [
                "talkswatcher: crowd.csv: line 3: \"no-address\" is no mail address",
                "talkswatcher: crowd.csv: line 4: pace \"hourly\" is not known; write one of at-once, daily, weekly",
                "talkswatcher: crowd.csv: line 5: ANN@x.example is there twice",
                "talkswatcher: nothing was imported; mend the rows and import again",
            ],
            error.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("ann@x.example", (await @operator.RunAsync("subscribers", "export")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "line 1: ")]
    [InlineData("adress\nann@x.example\n", "line 1: unknown column \"adress\"")]
    [InlineData("name\nAnn\n", "line 1: the column address is missing")]
    [InlineData("address,name\nann@x.example\n", "line 2: is no valid CSV")]
    [InlineData("address,name\nann@x.example,\"open\n", "line 2: is no valid CSV")]
    [InlineData("address\n\"ann@x.example\nBcc: eve@x.example\"\n", "line 2: \"ann@x.example Bcc: eve@x.example\" is no mail address")]
    [InlineData("address,timeZone\nann@x.example,Mars/Olympus\n", "line 2: \"Mars/Olympus\" is no IANA time zone")]
    [InlineData("address,quietFrom\nann@x.example,22:00\n", "line 2: quiet hours need quietFrom and quietTo")]
    public void A_file_that_is_none_is_refused_with_the_place(string text, string fault)
    {
        using var reader = new StringReader(text);
        Assert.StartsWith(fault, Assert.Single(SubscriberCsv.Read(reader).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_a_spreadsheet_would_run_is_written_as_text_and_read_back_as_it_was()
    {
        await ImportAsync(Write("address,name\nann@x.example,=1+1\n"));
        await @operator.RunAsync("subscribers", "export", @operator.Folder.At("all.csv"));
        Assert.Contains("'=1+1", await File.ReadAllTextAsync(@operator.Folder.At("all.csv")), StringComparison.Ordinal);
        using var reader = new StreamReader(@operator.Folder.At("all.csv"));
        Assert.Contains(SubscriberCsv.Read(reader).Subscribers, s => s.Wishes.Name == "=1+1");
    }

    [Fact]
    public async Task Show_tells_wishes_state_and_why()
    {
        await ImportAsync(Write("address,pace,at,timeZone\nann@x.example,daily,07:30,Europe/Kyiv\n"));
        await @operator.RunAsync("subscribers", "pause", "ann@x.example");

        Assert.Equal(
            "ann@x.example\nstate    paused: by the operator, since 2026-11-22 12:00 UTC\npace     daily 07:30 Europe/Kyiv\ntopics   all\nadded    2026-11-22 12:00 UTC\n",
            (await @operator.RunAsync("subscribers", "show", "ann@x.example")).Output.ReplaceLineEndings("\n"));
    }

    private string Write(string text)
    {
        File.WriteAllText(@operator.Folder.At("crowd.csv"), text);
        return @operator.Folder.At("crowd.csv");
    }

    private async Task<(int ExitCode, string Output)> ImportAsync(string file)
    {
        var (code, output, _) = await @operator.RunAsync("subscribers", "import", file);
        return (code, output.TrimEnd());
    }
}
