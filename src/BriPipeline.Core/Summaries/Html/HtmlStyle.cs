namespace BriPipeline.Core.Summaries.Html;

/// <summary>The style sheet of the document: readable on a phone, printed on A4.</summary>
internal static class HtmlStyle
{
    public static Markup Sheet { get; } =
        Markup.Of(
            $$"""
            :root { color-scheme: light; }
            body { margin: 0 auto; max-width: 60rem; padding: 1rem; font: 1rem/1.45 system-ui, sans-serif; color: #1a1a1a; background: #fff; }
            h1 { font-size: 1.6rem; line-height: 1.2; margin: .5rem 0; }
            h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; break-after: avoid; }
            .draft { border-left: .3rem solid #8a5a00; background: #fff6e0; padding: .4rem .8rem; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
            caption span { display: inline-block; position: sticky; left: 0; max-width: calc(100vw - 3rem); }
            caption { text-align: left; font-size: .9rem; padding: .3rem 0; color: #444; }
            th, td { padding: .25rem .5rem; text-align: right; vertical-align: top; white-space: nowrap; border-bottom: 1px solid #ddd; }
            thead th { border-bottom: 2px solid #444; }
            th[scope="row"] { text-align: left; font-weight: 600; white-space: normal; min-width: 7rem; position: sticky; left: 0; background: #fff; }
            .ranked th:nth-child(2), .figures th:first-child, .sources th:first-child { text-align: left; }
            .ranked th:first-child { width: 2rem; }
            .sources { font-size: .8rem; }
            .sources b { font-weight: 600; color: #444; }
            :target { background: #fff1a8; }
            a { color: inherit; text-decoration: none; }
            a:hover, a:focus { text-decoration: underline; }
            sup { font-size: .7em; color: #444; }
            @page { size: A4; margin: 15mm; }
            @media print {
              body { max-width: none; padding: 0; font-size: 9pt; }
              .wide { overflow: visible; }
              th[scope="row"], caption span { position: static; }
              th, td { padding: .1rem .3rem; }
              thead { display: table-header-group; }
              tr { break-inside: avoid; }
            }
            """
        );
}
