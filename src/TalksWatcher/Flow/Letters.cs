using System.Diagnostics.CodeAnalysis;
using System.Net.Mail;
using TalksWatcher.Configuration;
using TalksWatcher.Digests;
using TalksWatcher.Digests.Mail;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Digests.Readers;
using TalksWatcher.Digests.Rendering;

namespace TalksWatcher.Flow;

/// <summary>Digests as letters: rendered, addressed, with the ways to unsubscribe.</summary>
/// <param name="key">Secret of the installation that signs the links in mails.</param>
internal sealed class Letters(Settings settings, ReadOnlyMemory<byte> key, TimeProvider clock) : IAsyncDisposable
{
    private readonly Dictionary<string, (WatchFlow Watch, DigestRenderer Renderer)> renderers = new(StringComparer.Ordinal);
    private readonly SignedToken tokens = new(key, "unsubscribe");
    private readonly SignedToken pages = new(key, "page");
    private readonly MailIdentity identity = Identity(settings.Mail);

    /// <summary>The digest as all its readers get it.</summary>
    public async Task<FormLetter> WriteAsync(WatchFlow watch, Digest digest) =>
        await DigestMail.WriteAsync(digest, await RendererAsync(watch), identity, identity.PublicUrl is null ? null : PageOf);

    /// <summary>A letter on its way to one reader; written out as it leaves.</summary>
    /// <param name="digestId">The reader's own digest; the Message-ID is made from it.</param>
    public OutboxMail Address(FormLetter letter, string digestId, string address, string? held)
    {
        var now = clock.GetUtcNow();
        return new OutboxMail
        {
            Id = Guid.CreateVersion7(now),
            DigestId = digestId,
            SubscriberAddress = address,
            MessageId = DigestMail.MessageId(digestId, address, identity.Domain),
            Subject = letter.Subject,
            Letter = letter.Key,
            State = held is null ? OutboxState.Waiting : OutboxState.Held,
            NotBefore = now,
            LastError = held,
            CreatedAt = now,
        };
    }

    public OutgoingMail Open(FormLetter letter, OutboxMail mail) => letter.To(
        new Mailbox(mail.SubscriberAddress), mail.MessageId, UnsubscribeLinks.For(identity, tokens.For(mail.SubscriberAddress)), identity.From);

    /// <summary>The letter made ready for many readers.</summary>
    public EncodedLetter Encode(FormLetter letter) => new(letter, identity.From);

    /// <summary>The whole message.</summary>
    public ReadOnlyMemory<byte> WriteOut(EncodedLetter letter, OutboxMail mail) =>
        letter.To(new Mailbox(mail.SubscriberAddress), mail.MessageId, UnsubscribeLinks.For(identity, tokens.For(mail.SubscriberAddress)));

    /// <summary>A watch that was read anew brings its names anew.</summary>
    private async Task<DigestRenderer> RendererAsync(WatchFlow watch)
    {
        if (renderers.TryGetValue(watch.Id, out var made) && ReferenceEquals(made.Watch, watch))
            return made.Renderer;
        if (made.Renderer is not null)
            await made.Renderer.DisposeAsync();
        var renderer = new DigestRenderer(Names.InSentences(watch.Watch.Vocabulary));
        renderers[watch.Id] = (watch, renderer);
        return renderer;
    }

    /// <summary>The address that an unsubscribe link of ours was made for.</summary>
    public bool TryReadReader(string token, [NotNullWhen(true)] out string? address) => tokens.TryRead(token, out address);

    /// <summary>The letter's key that an address of a page of ours was made for.</summary>
    public bool TryReadPage(string token, [NotNullWhen(true)] out string? letter) => pages.TryRead(token, out letter);

    private string PageOf(string letter) => $"{identity.PublicUrl!.AbsoluteUri.TrimEnd('/')}/digest/{pages.For(letter)}";

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, renderer) in renderers.Values)
            await renderer.DisposeAsync();
    }

    internal static MailIdentity Identity(MailSettings mail)
    {
        var from = new MailAddress(mail.From);
        return new MailIdentity
        {
            From = new Mailbox(from.Address, from.DisplayName.Length > 0 ? from.DisplayName : null),
            UnsubscribeAddress = mail.UnsubscribeAddress ?? from.Address,
            PublicUrl = mail.PublicUrl is { } url ? new Uri(url) : null,
        };
    }
}
