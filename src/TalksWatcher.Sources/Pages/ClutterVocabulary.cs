using System.Collections.Frozen;

namespace TalksWatcher.Sources.Pages;

/// <summary>Words in class names, ids and roles by which page makers commonly mark what is not the article.</summary>
internal static class ClutterVocabulary
{
    public static readonly FrozenSet<string> Words = Split(
        """
        related recirc recirculation recommend recommended recommendation recommendations readmore
        share shares sharing sharebar sharetools sharethis sharedaddy addthis addtoany social socials socialite
        promo promos promotion promoted newsletter newsletters signup subscribe subscription optin cta
        sidebar sidebars rail nav navbar navigation navi menu menus breadcrumb breadcrumbs pagination pager
        prev previous footer masthead toolbar tools
        caption captions credit credits copyright byline bylines author authors authorbio bio
        ad ads advert adverts advertisement advertising adslot advertorial sponsor sponsored sponsors dfp gpt
        popup modal overlay lightbox tooltip alert
        tag tags taglist keywords trending popular mostread mostpopular teaser teasers
        widget widgets outbrain taboola zergnet gallery carousel slideshow
        poll video print rating ratings skip meta timestamp disclaimer donate reklama readalso similar
        """);

    /// <summary>Readers' comments and the forms of consent: often longer than the article.</summary>
    public static readonly FrozenSet<string> NeverArticle = Split(
        """
        comment comments commentlist commenting disqus respond replies livefyre responses discussion
        cookie cookies consent gdpr cmp onetrust
        """);

    /// <summary>Whole classes by which microformats and publishing systems mark the article.</summary>
    public static readonly FrozenSet<string> ArticleClasses = Split(
        """
        hentry h-entry e-content entry-content post-content post-body article-body article__body article-content
        article-text articlebody story-body story-content
        """);

    public static readonly FrozenSet<string> Roles = Split(
        "navigation complementary banner contentinfo search dialog alertdialog menu menubar toolbar tablist tooltip");

    private static FrozenSet<string> Split(string words)
        => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
