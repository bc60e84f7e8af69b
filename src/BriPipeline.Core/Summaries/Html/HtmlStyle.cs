using BriPipeline.Core.Office;

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
            .office { display: flex; align-items: center; gap: 1rem; font-weight: 600; border-bottom: 2px solid #444; padding-bottom: .5rem; }
            .office img { max-height: 4rem; }
            .draft, .watermark { border-left: .3rem solid #8a5a00; background: #fff6e0; padding: .4rem .8rem; }
            .watermark { border-color: #a3000b; background: #fdecea; }
            .wide { overflow-x: auto; margin: 1rem 0; }
            figure { margin: 1rem 0; break-inside: avoid; }
            figure svg { width: 100%; height: auto; display: block; }
            figcaption { font-size: .9rem; color: #444; }
            table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
            caption span { display: inline-block; position: sticky; left: 0; max-width: calc(100vw - 3rem); }
            caption { text-align: left; font-size: .9rem; padding: .3rem 0; color: #444; }
            th, td { padding: .25rem .5rem; text-align: right; vertical-align: top; border-bottom: 1px solid #ddd; }
            td { white-space: nowrap; }
            thead th { border-bottom: 2px solid #444; vertical-align: bottom; }
            .text, th[scope="row"] { text-align: left; white-space: normal; }
            .figures td.text, .figures th[scope="row"] { min-width: 6rem; }
            th[scope="row"] { font-weight: 600; }
            .sources { font-size: .8rem; }
            .sources td.text { overflow-wrap: anywhere; }
            .sources th[scope="row"] { font-weight: 400; overflow-wrap: anywhere; }
            :target { background: #fff1a8; }
            li + li { margin-top: .4rem; }
            summary { cursor: pointer; }
            summary h2 { display: inline-block; }
            a { color: inherit; text-decoration: none; }
            main p a, main li a { text-decoration: underline; text-decoration-color: #999; text-underline-offset: .15em; }
            a:hover, a:focus { text-decoration: underline; }
            sup { font-size: .7em; color: #444; }
            @page { size: A4; margin: 15mm; }
            @media print {
              details::details-content { content-visibility: visible; block-size: auto; }
              summary { list-style: none; break-before: page; }
              body { max-width: none; padding: 0; font-size: 9pt; }
              .wide { overflow: visible; }
              caption span { position: static; }
              th, td { padding: .1rem .3rem; }
              thead { display: table-header-group; }
              tr { break-inside: avoid; }
            }
            """
        );
}
