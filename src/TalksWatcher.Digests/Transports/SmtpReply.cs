using TalksWatcher.Digests.Rendering;

namespace TalksWatcher.Digests.Transports;

/// <summary>What a server's refusal means (RFC 5321 §4.2, enhanced codes RFC 3463).</summary>
internal static class SmtpReply
{
    private const int LongestText = 300;

    /// <summary>A refusal before any message: whatever its code, it is about us or the server, and the mail waits.</summary>
    public static SendOutcome Refused(int? code, string text) => new SendOutcome.TemporaryFailure(code, Clean(text), Server: true);

    public static SendOutcome Refused(SmtpStage stage, int code, string text)
    {
        var clean = Clean(text);
        if (IsAboutServer(code, clean))
            return new SendOutcome.TemporaryFailure(code, clean, Server: true);
        return code is >= 500 and < 600 && !MayBeGreeting(stage, code, clean)
            ? new SendOutcome.PermanentFailure(code, clean, KindOf(stage, code, clean))
            : new SendOutcome.TemporaryFailure(code, clean);
    }

    /// <summary>One line of at most 300 characters.</summary>
    public static string Clean(string text)
    {
        var line = CleanText.Line(text);
        return line.Length <= LongestText ? line : line[..LongestText] + "…";
    }

    /// <summary>TLS or login wanted or refused (RFC 3207, RFC 4954), or a system that takes no mail at all (5.3.x but "too big").</summary>
    private static bool IsAboutServer(int code, string text) =>
        code is 454 or 530 or 534 or 535 or 538 || (code >= 500 && EnhancedCode(text) is (3, not 4));

    /// <summary>A bare 554 whose place in the dialogue is not known could refuse every mail: this one had better wait.</summary>
    private static bool MayBeGreeting(SmtpStage stage, int code, string text) =>
        stage is SmtpStage.Unknown && code == 554 && EnhancedCode(text) is (null, _);

    /// <param name="text">Text that starts with an enhanced status code.</param>
    public static FailureKind KindOf(string text) => EnhancedCode(text) switch
    {
        (1, 0 or 1 or 2 or 3 or 6 or 10) or (2, 0 or 1) => FailureKind.Mailbox,
        (2, 2) => FailureKind.Full,
        (7, _) => FailureKind.Policy,
        _ => FailureKind.Other,
    };

    private static FailureKind KindOf(SmtpStage stage, int code, string text) =>
        EnhancedCode(text) is (null, _) ? PlainKind(stage, code) : KindOf(text);

    private static FailureKind PlainKind(SmtpStage stage, int code) => (stage, code) switch
    {
        (SmtpStage.Recipient, 552) => FailureKind.Full,
        (SmtpStage.Recipient, 550 or 551 or 553) => FailureKind.Mailbox,
        (SmtpStage.Sender or SmtpStage.Message or SmtpStage.Unknown, 550 or 554) => FailureKind.Policy,
        _ => FailureKind.Other,
    };

    /// <summary>Subject and detail of "5.1.1 …"; nulls where the text does not start so.</summary>
    private static (int? Subject, int? Detail) EnhancedCode(string text)
    {
        var parts = text.Split(' ', 2)[0].Split('.');
        return parts is ["5", var subject, var detail] && int.TryParse(subject, out var first) && int.TryParse(detail, out var second)
            ? (first, second) : (null, null);
    }
}

/// <summary>Where in the dialogue a reply came.</summary>
internal enum SmtpStage { Unknown, Sender, Recipient, Message }
