using TalksWatcher.Claims;
using TalksWatcher.Ledger.Rules;

namespace TalksWatcher.Ledger.Headlines;

internal sealed class HeadlineWriter(NameBook names)
{
    public string Write(Change change, Claim? was, Claim now) => $"{change} {now.Status} {now.Place} {names.Country("RU")} {was?.Status}";
}
