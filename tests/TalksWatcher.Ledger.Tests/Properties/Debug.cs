using FsCheck.Fluent;
using TalksWatcher.Claims;
using TalksWatcher.Ledger.Tests.Stories;
namespace TalksWatcher.Ledger.Tests.Properties;
public sealed class DebugTests
{
    [Fact]
    public void Find()
    {
        var ledger = TestWatch.Ledger;
        foreach (var size in Enumerable.Range(1, 14))
        foreach (var reports in Streams.Any.Generator.Sample(4000, size).Where(r => r.Length <= size))
        {
            var book = new MemoryBook(ledger, 3);
            foreach (var r in reports) book.Take(r);
            foreach (var track in book.States.Keys)
            {
                var raised = book.Developments.Where(d => d.Track == track).ToList();
                var step = ledger.Refold(ledger.Open(track), reports.Where(r => ledger.Tracks(r).Contains(track)).ToList(), [], raised, DateTimeOffset.UnixEpoch);
                if (step.Developments.Count > 0)
                    Assert.Fail("REFOLD " + track + "\n" + string.Join("\n", reports.OrderBy(r => r.Position).Select(r => $"{r.Document} {r.Published:MM-dd HH} {r.Outlet} {r.Print?.Names[..4]} " + string.Join("; ", r.Claims.Where(c => TrackKey.Of(c, ["US"]) == track).Select(c => $"{(c.Background ? "BG " : "")}{c.Status} {c.Certainty} {c.Place} {c.To} {string.Join(',', c.Parties)} {string.Join(',', c.Says)}"))))
                        + "\nraised:\n" + string.Join("\n", raised.Select(d => d.Document + " " + d.Id[..5] + " " + StoryWords.Of(d))) + "\narrival: " + string.Join(' ', reports.Select(r => r.Document)) + "\nbook entries:\n" + string.Join("\n", book.Entries.Where(e => e.Track == track).Select(e => $"{e.Document} {e.Claim!.Status} {e.Claim.Place} {e.Verdict} {e.Effect} {e.Subject} {e.Reason} {e.Development?[..5]}")) + "\nrefold entries:\n" + string.Join("\n", step.Entries.Select(e => $"{e.Document} {e.Claim!.Status} {e.Claim.Place} {e.Verdict} {e.Effect} {e.Subject} {e.Reason} {e.Development?[..5]}")) + "\nfresh:\n" + string.Join("\n", step.Developments.Select(d => d.Document + " " + d.Id[..5] + " " + StoryWords.Of(d))));
            }
            var again = new MemoryBook(ledger);
            foreach (var r in reports.OrderBy(r => r.Position))
            {
                again.Take(r);
                var twice = again.Take(r with { Document = r.Document + "-again" });
                if (twice.Count > 0)
                    Assert.Fail("AGAIN\n" + string.Join("\n", reports.OrderBy(r => r.Position).Select(r => $"{r.Document} {r.Published:MM-dd HH} {r.Outlet} {r.Print?.Names[..4]} " + string.Join("; ", r.Claims.Select(c => $"{(c.Background ? "BG " : "")}{c.Status} {c.Certainty} {c.Level} {c.Place} {c.To} {string.Join(',', c.Parties)} {string.Join(',', c.Says)}"))))
                        + "\nraised:\n" + string.Join("\n", again.Developments.Select(d => d.Document + " " + d.Id[..5] + " " + StoryWords.Of(d))) + "\ntwice:\n" + string.Join("\n", twice.Select(d => d.Document + " " + d.Id[..5] + " " + StoryWords.Of(d))));
            }
        }
    }
}
