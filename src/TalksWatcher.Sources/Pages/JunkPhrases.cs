namespace TalksWatcher.Sources.Pages;

/// <summary>How lines start that pages put between or after the paragraphs of an article.</summary>
internal static class JunkPhrases
{
    /// <summary>Lower case. A short block that starts so is dropped.</summary>
    public static readonly string[] Starts =
    [
        "read more", "read also", "also read", "read next", "read:", "see more", "see also", "watch:", "listen:",
        "download:", "related:", "related articles", "related stories", "related links", "related topics", "related news",
        "more:", "more from", "more on", "don't miss", "don’t miss", "must read", "recommended",
        "sign up", "subscribe", "get the latest", "join our", "join us", "follow us", "follow me",
        "like us", "find us", "have a tip", "have a story", "share this", "share on",
        "advertisement", "sponsored", "continue reading", "story continues", "article continues", "scroll down",
        "photo:", "photo by", "photo credit", "photograph:", "image:", "image credit", "picture:",
        "(reporting by", "reporting by", "(editing by", "editing by", "additional reporting", "write to", "contact ",
        "copyright", "©", "(c)", "all rights reserved", "filed under", "tags:", "topics:", "posted in", "tagged",
        "published:", "published on", "updated:", "updated at", "last updated", "first published", "by:",
        "this post may contain", "this article may contain", "we use cookies", "this website uses cookies",
        "this site uses cookies", "view comments", "leave a comment", "leave a reply", "comments (", "show comments",
        "reuse this content", "print this article", "text size", "view all", "view gallery", "next article", "previous article",
        "читайте также", "читать также", "читайте ещё", "смотрите также", "подписывайтесь", "подпишитесь", "поделиться",
        "фото:", "источник:", "теги:", "метки:", "реклама",
        "читайте також", "читати також", "дивіться також", "підписуйтесь", "підпишіться", "поділитися", "джерело:",
        "lesen sie auch", "mehr zum thema", "lire aussi", "à lire aussi", "lea también", "leia também", "leia mais",
        "leggi anche", "czytaj także", "czytaj też", "okuyun:", "ayrıca bakınız",
    ];

    /// <summary>Lower case. A short block that holds one of these is dropped.</summary>
    public static readonly string[] Parts =
    [
        "follow us on", "follow him on", "follow her on", "follow me on", "follow them on", "sign up for", "sign up to",
        "subscribe to our", "our newsletter", "daily newsletter", "free newsletter", "turn off your ad blocker",
        "(image:", "(image credit", "(photo:", "(photo by", "(photo credit", "(picture:", "(credit:", "/getty images", "via getty images",
    ];
}
