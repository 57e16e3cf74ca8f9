using System.Text;
using TalksWatcher.Digests.Bounces;
using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Digests.Tests.Bounces;

public sealed class BounceReaderTests
{
    internal const string Failed =
        """
        From: MAILER-DAEMON@mail.x.example (Mail Delivery System)
        To: bounces@us.example
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        	boundary="8F3A1.1771000000/mail.x.example"

        --8F3A1.1771000000/mail.x.example
        Content-Type: text/plain

        I'm sorry to have to inform you.

        --8F3A1.1771000000/mail.x.example
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.x.example
        Arrival-Date: Fri, 13 Feb 2026 09:00:00 +0000

        Final-Recipient: rfc822; ann@x.example
        Original-Recipient: rfc822;Ann@X.example
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 <ann@x.example>: Recipient address
            rejected: User unknown

        --8F3A1.1771000000/mail.x.example
        Content-Description: Undelivered Message Headers
        Content-Type: text/rfc822-headers

        Message-ID: <abc@us.example>
        Subject: Talks

        --8F3A1.1771000000/mail.x.example--
        """;

    private static readonly BounceReader Reader = new("bounces@us.example");

    [Fact]
    public void A_delivery_report_names_recipient_message_and_reason()
    {
        var bounce = Assert.Single(Read(Failed));
        Assert.Equal(
            new Bounce(
                BounceEvent.Failed, "Ann@x.example", "<abc@us.example>", FailureKind.Mailbox,
                "5.1.1 550 5.1.1 <ann@x.example>: Recipient address rejected: User unknown"),
            bounce);
    }

    [Fact]
    public void The_address_it_came_back_to_tells_the_recipient_better_than_the_report() => Assert.Equal(
        "ann+talks@x.example",
        Read(Failed.Replace("To: bounces@us.example", "To: <bounces+ann+talks=x.example@us.example>", StringComparison.Ordinal))[0].Recipient);

    [Theory]
    [InlineData("5.2.2", FailureKind.Full)]
    [InlineData("5.7.1", FailureKind.Policy)]
    [InlineData("5.4.4", FailureKind.Other)]
    [InlineData("nonsense", FailureKind.Other)]
    public void The_status_tells_the_kind(string status, FailureKind kind) =>
        Assert.Equal(kind, Read(Failed.Replace("Status: 5.1.1", $"Status: {status}", StringComparison.Ordinal))[0].Kind);

    [Fact]
    public void A_report_of_delay_is_no_failure() =>
        Assert.Equal(BounceEvent.Delayed, Read(Failed.Replace("Action: failed", "Action: delayed", StringComparison.Ordinal))[0].Event);

    [Theory]
    [InlineData("delivered")]
    [InlineData("relayed")]
    [InlineData("expanded")]
    public void A_report_of_success_says_nothing(string action) =>
        Assert.Empty(Read(Failed.Replace("Action: failed", $"Action: {action}", StringComparison.Ordinal)));

    [Fact]
    public void A_complaint_is_read_from_its_feedback_report() => Assert.Equal(
        [new Bounce(BounceEvent.Complaint, "ann@x.example", "<abc@us.example>", FailureKind.Policy, "complaint: abuse")],
        Read(
            """
            To: bounces@us.example
            Content-Type: multipart/report; report-type=feedback-report; boundary=b

            --b
            Content-Type: text/plain

            This is an email abuse report.
            --b
            Content-Type: message/feedback-report

            Feedback-Type: abuse
            User-Agent: Feedback/1.0
            Original-Rcpt-To: <ann@x.example>

            --b
            Content-Type: message/rfc822

            Message-ID: <abc@us.example>

            body
            --b--
            """));

    [Theory]
    [InlineData("")]
    [InlineData("From: ann@x.example\n\nPlease stop.")]
    [InlineData("Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n\n\n--b--")]
    public void Other_mail_gives_nothing(string message) => Assert.Empty(Read(message));

    private static IReadOnlyList<Bounce> Read(string message) => Reader.Read(Encoding.UTF8.GetBytes(message.ReplaceLineEndings("\r\n")));
}
