using System.Collections.Frozen;

namespace TalksWatcher.Sources.Pages;

/// <summary>How lines start that pages put between or after the paragraphs of an article.</summary>
internal static class JunkPhrases
{
    /// <summary>Lower case. A short block that is one of these is dropped.</summary>
    public static readonly FrozenSet<string> Whole = FrozenSet.ToFrozenSet(
    [
        "ad", "ads", "advert", "advertisement", "advertising", "anzeige", "werbung", "iklan", "publicidad",
        "publicidade", "publicité", "pubblicità", "reklama", "reklam", "реклама", "sponsored", "comment", "comments",
        "share", "print", "topics", "tags", "related", "subscribe", "read more", "more", "newsletter", "close",
        "menu", "loading", "loading...", "коментарі", "комментарии", "теги", "поділитися", "поделиться",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>A short block that starts so is dropped, whatever its case.</summary>
    public static readonly string[] Starts =
    [
        "read more", "read also", "also read", "read next", "read:", "see more", "see also", "watch:", "listen:",
        "download:", "related:", "related articles", "related stories", "related links", "related topics",
        "related news", "more:", "don't miss", "don’t miss", "must read",
        "recommended for you", "subscribe", "sign up for our", "have a tip", "have a story", "share this",
        "share on", "tell us what you think", "advertisement", "continue reading", "story continues",
        "article continues", "scroll down", "photo:", "photo by", "photo credit", "photograph:", "image:",
        "image credit", "picture:", "(reporting by", "reporting by", "(editing by", "editing by",
        "additional reporting", "write to", "copyright", "©", "(c)", "all rights reserved", "filed under", "tag:",
        "tags:", "topics:", "posted in", "tagged", "published:", "published on", "updated:", "updated at",
        "last updated", "first published", "this post may contain", "this article may contain", "we use cookies",
        "this website uses cookies", "this site uses cookies", "view comments", "leave a comment", "leave a reply",
        "comments (", "show comments", "reuse this content", "print this article", "text size", "view all",
        "view gallery", "next article", "previous article", "читайте также", "читать также", "читайте ещё",
        "смотрите также", "подписывайтесь", "подпишитесь", "фото:", "источник:", "читайте також", "читати також",
        "дивіться також", "підписуйтесь", "підпишіться", "джерело:", "lesen sie auch", "mehr zum thema",
        "lire aussi", "à lire aussi", "lea también", "leia também", "leia mais", "leggi anche", "czytaj także",
        "czytaj też",
    ];

    /// <summary>A short block that holds one of these is dropped, whatever its case.</summary>
    public static readonly string[] Parts =
    [
        "(image:", "(image credit", "(photo:", "(photo by", "(photo credit", "(picture:", "(credit:",
        "/getty images", "via getty images", "contributed to this report", "turn off your ad blocker",
        "click here for more",
    ];

    /// <summary>Sentences that start so and name a channel ask the reader for something.</summary>
    public static readonly string[] Requests =
    [
        "Follow ", "Subscribe", "Sign up", "Sign Up", "Join ", "Get ", "Listen ", "Download ", "Watch ", "Chat ",
        "Like ", "Check out ",
    ];

    /// <summary>What readers are asked to use.</summary>
    public static readonly string[] Channels =
    [
        "newsletter", "inbox", "facebook", "twitter", "instagram", "telegram", "whatsapp", "youtube", "flipboard",
        "podcast", "live at", "alerts", "full coverage", "our app",
    ];
}
