using System.Text;
using TalksWatcher.Digests.Bounces;

namespace TalksWatcher.Digests.Tests.Bounces;

public sealed class UnsubscribeMailTests
{
    [Theory]
    [InlineData("Subject: unsubscribe YW5u.c2ln", "YW5u.c2ln")]
    [InlineData("Subject: Re: UNSUBSCRIBE YW5u.c2ln ", "YW5u.c2ln")]
    [InlineData("Subject: unsubscribe\r\n YW5u.\r\n c2ln", "YW5u.c2ln")]
    [InlineData("Subject: =?utf-8?Q?unsubscribe_YW5u.c2ln?=", "YW5u.c2ln")]
    [InlineData("To: Talks <leave+YW5u.c2ln@us.example>", "YW5u.c2ln")]
    [InlineData("X-Original-To: leave+YW5u.c2ln@us.example", "YW5u.c2ln")]
    [InlineData("Subject: unsubscribe", "")]
    public void A_token_is_read_from_the_subject_or_the_address(string field, string token) => Assert.Equal([token], TokensIn(field));

    [Theory]
    [InlineData("Subject: Thank you")]
    [InlineData("To: leave@us.example")]
    [InlineData("To: +@@<>+")]
    [InlineData("From: leave+YW5u.c2ln@us.example")]
    [InlineData("Subject: Undelivered Mail\r\n\r\nSubject: unsubscribe YW5u.c2ln")]
    [InlineData("List-Unsubscribe: <mailto:leave@us.example?subject=unsubscribe%20YW5u.c2ln>")]
    [InlineData("")]
    public void Other_mail_holds_none(string mail) => Assert.Empty(TokensIn(mail));

    private static IEnumerable<string> TokensIn(string mail) => UnsubscribeMail.TokensIn(Encoding.UTF8.GetBytes(mail + "\r\n\r\n"));
}
