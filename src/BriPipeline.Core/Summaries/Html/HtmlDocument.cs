using System.Text;
using BriPipeline.Core.Observations;

namespace BriPipeline.Core.Summaries.Html;

/// <summary>A summary as one HTML document: no script, nothing loaded from elsewhere.</summary>
public sealed class HtmlDocument
{
    private readonly MonthlySummary summary;
    private readonly SummaryTexts texts;
    private readonly SummaryFormat format;
    private readonly HtmlFigures figures;
    private readonly Func<Area, string> nameOf;
    private readonly string period;
    private readonly string yearEarlier;

    private HtmlDocument(MonthlySummary summary, SummaryTexts texts, Func<Area, string> nameOf)
    {
        this.summary = summary;
        this.texts = texts;
        this.nameOf = nameOf;
        format = new SummaryFormat(texts);
        figures = new HtmlFigures(summary, texts, format);
        period = format.Period(summary.Period);
        yearEarlier = format.Period(summary.YearEarlier);
    }

    /// <summary>The document in UTF-8; the same arguments give the same bytes.</summary>
    /// <param name="edition">From 1.</param>
    /// <param name="nameOf">The name of an area in the language of the texts.</param>
    public static byte[] Write(MonthlySummary summary, int edition, SummaryTexts texts, Func<Area, string> nameOf) =>
        Encoding.UTF8.GetBytes(new HtmlDocument(summary, texts, nameOf).Page(edition) + "\n");

    private string Page(int edition)
    {
        var title = SummaryFormat.Fill(texts.Title, nameOf(new Area(summary.Subject)), period);
        var keyFigures = KeyFigures();
        var countries = Lines(
            texts.Countries,
            texts.CountriesCaption,
            [summary.World, .. summary.Countries],
            ranked: true
        );
        var groups =
            summary.Groups.Count == 0
                ? default
                : Lines(texts.Groups, texts.GroupsCaption, summary.Groups, ranked: false);
        return Markup
            .Of(
                $"""
                <!DOCTYPE html>
                <html lang="{texts.Language}">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>{title}</title>
                <style>
                {HtmlStyle.Sheet}
                </style>
                </head>
                <body>
                <header>
                <p class="draft">{SummaryFormat.Fill(texts.Draft, edition)}</p>
                <h1>{title}</h1>
                <p>{Lead()}</p>
                <p>{Source()}</p>
                </header>
                <main>
                {keyFigures}
                {countries}
                {groups}
                <section>
                <h2>{texts.Notes}</h2>
                <ul>
                {Markup.Join(
                    HtmlNotes.Of(summary, texts, format, figures.UsedMarks).Select(note =>
                        Markup.Of($"<li>{note}</li>")
                    )
                )}
                </ul>
                </section>
                <section>
                <h2>{texts.Sources}</h2>
                <p>{texts.SourcesLead}</p>
                {new HtmlSources(summary, texts, format, figures, nameOf).Write()}
                </section>
                </main>
                </body>
                </html>
                """
            )
            .ToString();
    }

    private string Lead()
    {
        var world = summary.World;
        var lead = SummaryFormat.Fill(
            texts.Lead,
            Said(world.Turnover),
            Said(world.Exports),
            Said(world.Imports),
            period
        );
        return world.Balance?.Now.Value switch
        {
            > 0 and { } surplus => $"{lead} {SummaryFormat.Fill(texts.Surplus, Amount(surplus))}",
            < 0 and { } deficit => $"{lead} {SummaryFormat.Fill(texts.Deficit, Amount(-deficit))}",
            _ => lead,
        };
    }

    private string Source() =>
        summary.Publisher is { } publisher
            ? SummaryFormat.Fill(texts.SourceOfPublisher, summary.Choice, publisher)
            : SummaryFormat.Fill(texts.Source, summary.Choice);

    private string Said(SummaryFigure? figure) =>
        figure switch
        {
            null => texts.NotAvailable,
            { Change.Kind: ChangeKind.Measured } => SummaryFormat.Fill(
                texts.AmountWithChange,
                Amount(figure.Now.Value),
                format.Change(figure.Change),
                yearEarlier
            ),
            _ => Amount(figure.Now.Value),
        };

    private string Amount(decimal value) =>
        SummaryFormat.Fill(texts.Millions, format.Millions(value), summary.Choice.Unit);

    private Markup KeyFigures()
    {
        var world = summary.World;
        return Section(
            texts.KeyFigures,
            HtmlTable.Write(
                "figures",
                SummaryFormat.Fill(texts.KeyFiguresCaption, summary.Choice.Unit, yearEarlier),
                [texts.Measure, period, yearEarlier, texts.Change],
                [
                    Line(texts.Turnover, world.Turnover, figures.Amount),
                    Line(texts.Exports, world.Exports, figures.Amount),
                    Line(texts.Imports, world.Imports, figures.Amount),
                    Line(texts.Balance, world.Balance, figures.Balance),
                ]
            )
        );

        Markup Line(string measure, SummaryFigure? figure, Func<SummaryAmount?, Markup> cell) =>
            Markup.Of(
                $"""<tr><th scope="row">{measure}</th>{cell(figure?.Now)}{cell(figure?.YearEarlier)}{figures.Change(figure)}</tr>"""
            );
    }

    private Markup Lines(string heading, string caption, IReadOnlyList<SummaryLine> lines, bool ranked)
    {
        string[] headings =
        [
            texts.Partner,
            texts.Turnover,
            texts.Exports,
            texts.Imports,
            texts.Balance,
            texts.Share,
            texts.Change,
        ];
        return Section(
            heading,
            HtmlTable.Write(
                ranked ? "ranked" : "figures",
                SummaryFormat.Fill(caption, summary.Choice.Unit, period, yearEarlier),
                ranked ? [texts.Rank, .. headings] : headings,
                lines.Select(line => Line(line, ranked ? RankOf(line) : default))
            )
        );
    }

    private static Markup RankOf(SummaryLine line) =>
        line.Rank is { } rank ? Markup.Of($"<td>{rank}</td>") : Markup.Of($"<td></td>");

    private Markup Line(SummaryLine line, Markup rank) =>
        Markup.Of(
            $"""
            <tr>{rank}<th scope="row">{nameOf(line.Area)}</th>
            {figures.Amount(line.Turnover?.Now)}{figures.Amount(line.Exports?.Now)}{figures.Amount(line.Imports?.Now)}
            {figures.Balance(line.Balance?.Now)}{figures.Share(line)}{figures.Change(line.Turnover)}</tr>
            """
        );

    private static Markup Section(string heading, Markup content) =>
        Markup.Of(
            $"""
            <section>
            <h2>{heading}</h2>
            {content}
            </section>
            """
        );
}
