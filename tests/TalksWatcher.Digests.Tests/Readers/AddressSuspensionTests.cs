using TalksWatcher.Digests.Readers;
using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Digests.Tests.Readers;

public sealed class AddressSuspensionTests
{
    [Theory]
    [InlineData(FailureKind.Mailbox, 1, true)]
    [InlineData(FailureKind.Full, 2, false)]
    [InlineData(FailureKind.Full, 3, true)]
    [InlineData(FailureKind.Policy, 2, false)]
    [InlineData(FailureKind.Policy, 3, true)]
    [InlineData(FailureKind.Other, 99, false)]
    public void An_address_is_suspended_by_the_kind_of_its_refusals(FailureKind kind, int refusals, bool suspended) =>
        Assert.Equal(suspended, AddressSuspension.IsDue(kind, refusals));
}
