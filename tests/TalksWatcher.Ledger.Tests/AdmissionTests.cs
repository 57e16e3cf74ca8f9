using System.Globalization;

namespace TalksWatcher.Ledger.Tests;

public sealed class AdmissionTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 20, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, "undated")]
    [InlineData("2026-02-21T12:01Z", "from the future")]
    [InlineData("2026-02-21T12:00Z", null)]
    [InlineData("2026-01-21T12:00Z", null)]
    [InlineData("2026-01-21T11:59Z", "too old")]
    public void A_report_is_kept_aside_for_its_date(string? published, string? reason) => Assert.Equal(
        reason,
        Admission.Refuses(published is null ? null : DateTimeOffset.Parse(published, CultureInfo.InvariantCulture), Now, TestWatch.Settings));
}
