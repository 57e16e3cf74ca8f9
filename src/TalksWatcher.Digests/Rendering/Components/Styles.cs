namespace TalksWatcher.Digests.Rendering.Components;

/// <summary>
/// Inline styles, since several mail readers drop style sheets; the sheet only adds dark colours and narrow screens,
/// and stays under the 8 KB at which Gmail drops it whole.
/// </summary>
internal static class Styles
{
    // Unquoted names: an encoded quotation mark in a style makes some readers fall back to their default face.
    private const string Sans = "font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;";
    private const string Serif = "font-family:Georgia,Times New Roman,serif;";

    public const string Body = "margin:0;padding:0;background-color:#f3f1ec;color:#1f1e1b;";
    public const string Preview = "display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px;color:#f3f1ec;opacity:0;";
    public const string Page = "background-color:#f3f1ec;";
    public const string Sheet = "width:100%;max-width:600px;background-color:#ffffff;";
    public const string Pad = "padding:28px 32px 8px 32px;word-break:break-word;overflow-wrap:break-word;";
    public const string PadFoot = "padding:20px 32px 28px 32px;border-top:1px solid #e3dfd6;word-break:break-word;overflow-wrap:break-word;";
    public const string Masthead = Sans + "margin:0;font-size:13px;line-height:18px;letter-spacing:.04em;color:#0b5563;font-weight:600;";
    public const string Date = Sans + "margin:2px 0 0 0;font-size:13px;line-height:18px;color:#69655c;";
    public const string Note = Sans + "margin:16px 0 0 0;padding:10px 14px;font-size:14px;line-height:20px;background-color:#f3f1ec;color:#1f1e1b;";
    public const string Section = Sans
        + "margin:0;padding:0 0 6px 0;font-size:13px;line-height:18px;font-weight:700;color:#1f1e1b;border-bottom:2px solid #1f1e1b;";
    public const string SectionCorrection = Sans
        + "margin:0;padding:0 0 6px 0;font-size:13px;line-height:18px;font-weight:700;color:#9b2f1b;border-bottom:2px solid #9b2f1b;";
    public const string Development = "padding:16px 0 18px 0;border-bottom:1px solid #e3dfd6;";
    public const string Kicker = Sans + "margin:0;font-size:12px;line-height:16px;font-weight:600;color:#0b5563;";
    public const string KickerCorrection = Sans + "margin:0;font-size:12px;line-height:16px;font-weight:600;color:#9b2f1b;";
    public const string Headline = Serif + "margin:3px 0 0 0;font-size:21px;line-height:27px;font-weight:700;color:#1f1e1b;";
    public const string Mark = Sans + "margin:6px 0 0 0;font-size:13px;line-height:18px;font-weight:600;color:#84550a;";
    public const string About = Sans + "margin:8px 0 0 0;font-size:14px;line-height:20px;color:#69655c;";
    public const string Facts = "width:100%;margin:4px 0 0 0;";
    public const string FactLabel = Sans + "padding:2px 10px 2px 0;width:40px;font-size:14px;line-height:20px;color:#69655c;vertical-align:top;";
    public const string Was = Sans + "padding:2px 0;font-size:14px;line-height:20px;color:#69655c;vertical-align:top;";
    public const string Between = Sans + "padding:2px 0;font-size:12px;line-height:17px;color:#69655c;vertical-align:top;";
    public const string Now = Sans + "padding:2px 0;font-size:14px;line-height:20px;font-weight:600;color:#1f1e1b;vertical-align:top;";
    public const string Carried = Sans + "margin:8px 0 0 0;font-size:14px;line-height:20px;color:#1f1e1b;";
    public const string Quote = Serif
        + "margin:10px 0 0 0;padding:0 0 0 14px;border-left:3px solid #cfc9bc;font-size:15px;line-height:22px;color:#3b3832;";
    public const string Source = Sans + "margin:6px 0 0 0;padding:0 0 0 17px;font-size:13px;line-height:18px;color:#69655c;";
    public const string Link = "color:#0b5563;text-decoration:underline;";
    public const string OtherSide = Sans + "margin:12px 0 0 0;font-size:14px;line-height:20px;color:#1f1e1b;";
    public const string Standing = Sans + "padding:9px 0;font-size:14px;line-height:20px;color:#1f1e1b;border-bottom:1px solid #e3dfd6;";
    public const string Muted = "color:#69655c;";
    public const string When = Sans
        + "padding:9px 14px 9px 0;width:34%;font-size:14px;line-height:20px;font-weight:600;color:#1f1e1b;vertical-align:top;border-bottom:1px solid #e3dfd6;";
    public const string Brief = Sans + "margin:8px 0 0 0;font-size:14px;line-height:20px;color:#1f1e1b;";
    public const string Gap = "padding:14px 0 6px 0;";
    public const string Foot = Sans + "margin:0 0 6px 0;font-size:12px;line-height:18px;color:#69655c;";

    public const string Line = "width:100%;table-layout:fixed;";
    public const string Month = Sans + "padding:8px 0 2px 0;font-size:12px;line-height:14px;color:#69655c;text-align:left;white-space:nowrap;overflow:hidden;";
    public const string Today = Sans + "padding:0;font-size:10px;line-height:10px;color:#9b2f1b;text-align:center;overflow:hidden;";
    public const string RowLabel = Sans + "padding:8px 0 3px 0;font-size:13px;line-height:18px;color:#1f1e1b;";
    public const string Legend = Sans + "margin:10px 0 0 0;font-size:12px;line-height:17px;color:#69655c;";
    private const string Cell = "padding:0;height:10px;font-size:1px;line-height:10px;";

    public const string DarkSheet =
        """
        :root{color-scheme:light dark;supported-color-schemes:light dark}
        @media (max-width:480px){.pad{padding-left:18px!important;padding-right:18px!important}.h{font-size:19px!important;line-height:25px!important}}
        @media (prefers-color-scheme:dark){
        .page{background-color:#131517!important}
        .sheet{background-color:#1b1e21!important}
        .ink,.ink td,.h{color:#ebe8e1!important}
        .mute{color:#a5a096!important}
        .acc,.acc a,a.acc{color:#7cc4d1!important}
        .bad{color:#ee9480!important}
        .mark{color:#e0b25c!important}
        .rule{border-color:#34383c!important}
        .strong{border-color:#ebe8e1!important}
        .badrule{border-color:#ee9480!important}
        .note{background-color:#262a2e!important;color:#ebe8e1!important}
        .quote{color:#d2cec5!important;border-color:#4a4f54!important}
        .none{background-color:#2a2e32!important}
        .now{background-color:#4a4f54!important}
        .held{background-color:#7cc4d1!important}
        .ahead{background-color:#24505a!important;border-color:#7cc4d1!important}
        .fallen{background-color:#ee9480!important;border-color:#2a2e32!important}
        .truce{background-color:#e0b25c!important}
        }
        """;

    /// <summary>Colour, class and style of one cell of the timeline; shape differs with colour so that neither stands alone.</summary>
    public static (string Colour, string Class, string Style) Of(TimelineMark? mark, bool today) => mark switch
    {
        TimelineMark.Held => ("#0b5563", "held", Cell + "background-color:#0b5563;"),
        TimelineMark.Ahead => ("#cfe3e7", "ahead", Cell + "background-color:#cfe3e7;border-top:2px solid #0b5563;border-bottom:2px solid #0b5563;line-height:6px;height:6px;"),
        TimelineMark.Fallen => ("#c0634f", "fallen", Cell + "background-color:#c0634f;border-top:4px solid #eeebe4;border-bottom:3px solid #eeebe4;line-height:3px;height:3px;"),
        TimelineMark.Truce => ("#c58a1c", "truce", Cell + "background-color:#c58a1c;"),
        _ when today => ("#d5cfc2", "now", Cell + "background-color:#d5cfc2;"),
        _ => ("#eeebe4", "none", Cell + "background-color:#eeebe4;"),
    };
}
