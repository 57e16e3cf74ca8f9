using Microsoft.EntityFrameworkCore;
using TalksWatcher.Claims;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>Writes down what the present rules read in a report.</summary>
internal static class ClaimWriter
{
    /// <summary>A text that comes back after an edit has its claims already.</summary>
    public static async Task AddAsync(WatcherDb db, DocumentRow document, ReadResult read, CancellationToken cancel)
    {
        document.RulesVersion = ClaimReader.RulesVersion;
        if (await db.Claims.AnyAsync(
            c => c.Watch == document.Watch && c.DocumentKey == document.Key && c.TextHash == document.TextHash
                && c.RulesVersion == ClaimReader.RulesVersion, cancel))
            return;
        db.Claims.AddRange(read.Claims.Select((claim, position) => new ClaimRow
        {
            Watch = document.Watch,
            DocumentKey = document.Key,
            TextHash = document.TextHash,
            RulesVersion = ClaimReader.RulesVersion,
            Position = position,
            Json = Json.Write(claim),
        }));
    }
}
