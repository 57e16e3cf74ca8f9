namespace TalksWatcher.Digests.Dkim;

/// <param name="Domain">Domain that signs ("us.example"); receivers expect that of the From address.</param>
/// <param name="Selector">Label of the public key under <c>_domainkey</c> of the domain.</param>
/// <param name="KeyFile">RSA private key of 1024 to 4096 bits, PEM, PKCS #1 or PKCS #8, without a passphrase.</param>
public sealed record DkimSettings(string Domain, string Selector, string KeyFile);
