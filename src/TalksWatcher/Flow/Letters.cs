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
/// <param name="unsubscribeKey">Secret of the installation that signs unsubscribe links.</param>
internal sealed class Letters(Settings settings, ReadOnlyMemory<byte> unsubscribeKey, TimeProvider clock) : IAsyncDisposable
{
    private readonly Dictionary<string, (WatchFlow Watch, DigestRenderer Renderer)> renderers = new(StringComparer.Ordinal);
    private readonly UnsubscribeToken tokens = new(unsubscribeKey);
    private readonly MailIdentity identity = Identity(settings.Mail);

    public async Task<OutboxMail> WriteAsync(WatchFlow watch, Digest digest, string address, string? held)
    {
        var links = UnsubscribeLinks.For(identity, tokens.For(address));
        var letter = DigestMail.Compose(digest, await RenderAsync(watch, digest, address), new Mailbox(address), links, identity);
        var now = clock.GetUtcNow();
        return new OutboxMail
        {
            Id = Guid.CreateVersion7(now),
            DigestId = digest.Id,
            SubscriberAddress = address,
            MessageId = letter.MessageId,
            Subject = letter.Subject,
            Mime = MimeWriter.Write(letter),
            State = held is null ? OutboxState.Waiting : OutboxState.Held,
            NotBefore = now,
            LastError = held,
            CreatedAt = now,
        };
    }

    public async Task<RenderedDigest> RenderAsync(WatchFlow watch, Digest digest, string address)
    {
        var renderer = await RendererAsync(watch);
        return await renderer.RenderAsync(digest, new ReaderLinks(address, UnsubscribeLinks.For(identity, tokens.For(address)).Best));
    }

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
