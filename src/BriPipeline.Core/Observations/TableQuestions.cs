using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Observations.Labels;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations;

/// <summary>What is asked where a dimension of the figures of one table is said nowhere, or in several ways, and what was answered.</summary>
internal sealed class TableQuestions
{
    /// <summary>A longer text above a table is prose.</summary>
    private const int MaxTitleLength = 160;

    /// <summary>Headings that tell a table without a title from another.</summary>
    private const int MaxHeadings = 6;

    /// <summary>Labels among which a fiscal year is looked for.</summary>
    private const int MaxLabels = 100;

    private static readonly int[] CommonPowers = [3, 6, 0, 9];

    private static readonly int[] CommonPowersOfWeights = [3, 0, 6];

    /// <summary>January and April, in which a year begins whose word means another one in other countries.</summary>
    private static readonly int[] NamedStarts = [1, 4];

    private readonly TableLayout table;
    private readonly LabelTexts texts;
    private readonly AnswerBook book;
    private readonly UnitRule units;
    private readonly IReadOnlyList<Unit> money;
    private readonly HashSet<int> quantities;
    private readonly string title;
    private readonly string titleWords;
    private readonly string sheetWords;
    private readonly IReadOnlyList<(string Text, ReadText Said)> around;
    private readonly IReadOnlyList<Area> own;
    private readonly Dictionary<int, string> headings = [];
    private readonly Dictionary<(Dimension, string?, int), (Ask Ask, string? Answer)> known = [];

    /// <param name="columns">What the headings say of what is counted.</param>
    /// <param name="currency">Of the reporter; null where it is not known.</param>
    public TableQuestions(
        TableLayout table,
        SourceProfile profile,
        UnitRule units,
        ColumnHeadings columns,
        string? currency,
        LabelTexts texts,
        string fileName
    )
    {
        (this.table, this.texts, book, this.units) = (table, texts, profile.Book, units);
        var captions = table.Captions.Where(text => text.Length <= MaxTitleLength && text.Any(char.IsLetter)).ToList();
        var figures = table.Columns.Where(column => column.Use == ColumnUse.Figures).ToList();
        quantities =
        [
            .. figures.Select(column => column.Column).Where(columns.CountsQuantity),
            // What is asked of all columns at once.
            .. figures.TrueForAll(column => columns.CountsQuantity(column.Column)) ? [0] : Array.Empty<int>(),
        ];
        money =
        [
            .. new[] { "USD", currency, "EUR" }
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Select(code => new Unit(code)),
        ];
        title =
            captions.MaxBy(text => text.Length)
            ?? string.Join(
                ", ",
                table
                    .Columns.SelectMany(column => column.Heading.Split(" | "))
                    .Where(heading => heading.Length > 0)
                    .Distinct(StringComparer.Ordinal)
                    .Take(MaxHeadings)
            );
        title = title.Length > MaxTitleLength ? title[..MaxTitleLength] : title;
        titleWords = Words(captions.Count > 0 ? title : "");
        own = profile.Reporter is { } reporter ? [new(reporter)] : [];
        // A sheet that is named after its file tells nothing apart.
        sheetWords =
            fileName.StartsWith(table.Sheet.Name, StringComparison.OrdinalIgnoreCase) ? ""
            // Sheets that are named after countries are of one each.
            : ReadText.Of(table.Sheet.Name).Areas.Count > 0 ? table.Sheet.Name.Trim()
            : Words(table.Sheet.Name);
        around =
        [
            .. captions
                .Append(table.Sheet.Name)
                .Append(Path.GetFileNameWithoutExtension(fileName).Replace('_', ' '))
                .Select(text => (text, ReadText.Of(text))),
        ];
        if (figures.Select(column => Counted(column.Heading)).Distinct(StringComparer.Ordinal).Skip(1).Any())
        {
            headings = figures.ToDictionary(column => column.Column, column => column.Heading);
        }
    }

    /// <summary>What a heading says of what is counted. Columns that differ in it may differ in their units; those of two flows or
    /// years do not.</summary>
    private static string Counted(string heading) =>
        string.Join(
            ' ',
            ReadText
                .Of(heading)
                .Mentions.Select(mention =>
                    mention switch
                    {
                        UnitMention unit => unit.Unit.Code,
                        WordMention { Kind: TermKind.Dimension, Code: "quantity" or "value" } word => word.Code,
                        _ => null,
                    }
                )
                .OfType<string>()
                .Order(StringComparer.Ordinal)
        );

    /// <summary>The words of a text that are not known, and what it says of what is counted: next month's title has the same ones.</summary>
    private static string Words(string text) =>
        string.Join(' ', ReadText.Of(text).LeftOver.Append(Counted(text))).Trim();

    /// <summary>What is asked where months may name longer periods.</summary>
    public Ask Frequency =>
        Of(
            QuestionKind.Frequency,
            [
                new(nameof(Trade.Frequency.M), Why.Common),
                new(nameof(Trade.Frequency.Q), Why.Common),
                new(nameof(Trade.Frequency.A), Why.Common),
            ],
            titleWords
        );

    /// <summary>The question where a dimension is not settled, with its answer where there is one.</summary>
    /// <param name="alternatives">What it may be, as <see cref="Settled{T}"/> has it; null where nothing is said.</param>
    /// <param name="column">Of the figure.</param>
    public (Ask Ask, string? Answer) About(Dimension dimension, string? alternatives, int column)
    {
        var place = dimension == Dimension.Unit && headings.ContainsKey(column) ? column : 0;
        if (!known.TryGetValue((dimension, alternatives, place), out var question))
        {
            var ask = Make(dimension, alternatives, place);
            question = (ask, book.Find(ask));
            known.Add((dimension, alternatives, place), question);
        }

        return question;
    }

    /// <summary>The question where the file says something and a remembered answer something else, with what was decided; null where
    /// they agree or nothing was answered.</summary>
    /// <param name="value">What the file says.</param>
    /// <param name="code">Gives its code.</param>
    public (Ask Ask, string? Answer)? Contradiction<T>(Dimension dimension, int column, T value, Func<T, string> code)
    {
        if (
            book.IsEmpty
            || About(dimension, null, column) is not { Answer: { } remembered } question
            || remembered == Ask.LeaveOut
            || code(value) is not { } said
            || remembered == said
            || Gallery.Standard.Named(remembered)?.Reporter == said
        )
        {
            return null;
        }

        var ask = new Ask(
            QuestionKind.Contradiction,
            $"{question.Ask.About}: {said}; {remembered}",
            [new(said, Why.Said, question.Ask.About), new(remembered, Why.Answered)]
        );
        return (ask, book.Find(ask));
    }

    private Ask Make(Dimension dimension, string? alternatives, int column)
    {
        var rivals = alternatives?.Split(" / ").Select(one => one.Trim()).ToList() ?? [];
        return dimension switch
        {
            Dimension.Reporter => Of(
                QuestionKind.Reporter,
                [
                    .. new LikelyOffices(table, texts, title).Options(around.Select(text => text.Said)),
                    .. Mentioned(area => area.IsCountry),
                ],
                titleWords,
                sheetWords
            ),
            Dimension.Partner when rivals.Contains(Area.World.Code, StringComparer.Ordinal) => Of(
                QuestionKind.Total,
                [.. PartnersMeant(alternatives!), .. Said(rivals, alternatives!)],
                titleWords,
                alternatives
            ),
            Dimension.Partner => Of(
                QuestionKind.Partner,
                rivals.Count > 0
                    ? Said(rivals, alternatives!)
                    : [new(Area.World.Code, Why.Common), .. Mentioned(area => area != Area.World)],
                titleWords,
                sheetWords,
                alternatives
            ),
            Dimension.Flow => Of(
                QuestionKind.Flow,
                [.. Flows(rivals)],
                titleWords,
                // Of two tables of one file, one may be of the main clients and one of the main suppliers.
                SomePartners.NamedIn(title),
                alternatives
            ),
            Dimension.Commodity => Of(
                QuestionKind.Commodity,
                rivals.Count > 0 ? Said(rivals, alternatives!) : [new(Commodity.Total.Code, Why.Common)],
                titleWords,
                alternatives
            ),
            Dimension.Unit when column > 0 => Of(
                QuestionKind.Unit,
                [
                    .. UnitsOf(headings[column])
                        .Concat(Units(column))
                        .DistinctBy(option => option.Is, StringComparer.Ordinal),
                ],
                Words(headings[column]),
                alternatives
            ) with
            {
                Title = headings[column],
            },
            Dimension.Unit => Of(QuestionKind.Unit, [.. Units(0)], titleWords, alternatives),
            // Sheets of one file are of different periods.
            _ => Of(
                QuestionKind.Period,
                rivals.Count > 0 ? Said(rivals, alternatives!) : [.. Periods()],
                title,
                alternatives
            ),
        };
    }

    private Ask Of(QuestionKind kind, IReadOnlyList<AskOption> options, params IEnumerable<string?> words) =>
        new(
            kind,
            string.Join(' ', words.Where(word => !string.IsNullOrEmpty(word))) is { Length: > 0 } about
                ? about
                : Ask.AllFigures,
            // What may be meant is not always a code: "CHN / Xinjiang".
            [.. options.Where(option => AnswerCodes.Wrong(kind, option.Is) is null)]
        )
        {
            Title = title,
        };

    private static IReadOnlyList<AskOption> Said(IEnumerable<string> rivals, string where) =>
        [.. rivals.Select(rival => new AskOption(rival, Why.Said, where))];

    private IEnumerable<AskOption> Mentioned(Func<Area, bool> isMeant) =>
        from text in around
        from mention in text.Said.Areas
        where isMeant(mention.Area)
        group text.Text by mention.Area into texts
        select new AskOption(texts.Key.Code, Why.Mentioned, texts.First());

    /// <summary>The groups that words for partners who are not named may mean.</summary>
    private IEnumerable<AskOption> PartnersMeant(string words) =>
        PartnerLimits
            .Possible(words, around.SelectMany(text => text.Said.Areas).Select(mention => mention.Area).Concat(own))
            .Select(area => new AskOption(area.Code, Why.MayMean, words.Split(" / ")[^1]));

    private IEnumerable<AskOption> Flows(List<string> rivals)
    {
        var said = rivals.Count > 0 ? rivals : [nameof(TradeFlow.X), nameof(TradeFlow.M), nameof(TradeFlow.T)];
        return said.Select(flow =>
                around.FirstOrDefault(text =>
                    text.Said.Terms.Any(term => term.Kind == TermKind.Flow && term.Code == flow)
                )
                    is { Text: { } place }
                    ? new AskOption(flow, Why.Mentioned, place)
                    : new(flow, rivals.Count > 0 ? Why.Said : Why.Common, rivals.Count > 0 ? title : null)
            )
            .OrderByDescending(option => option.Why == Why.Mentioned);
    }

    /// <summary>The units that a heading may name: "ExportWeightTon".</summary>
    private static IEnumerable<AskOption> UnitsOf(string heading) =>
        from mention in ReadText.Of(heading).Units
        where mention.Unit.Unit is { } unit && unit != Unit.NotNamed
        select new AskOption(mention.Unit.Code, Why.MayMean, heading);

    /// <summary>Every unit that is possible with every power that is. Money is none of quantities.</summary>
    /// <param name="column">0 for all.</param>
    private IEnumerable<AskOption> Units(int column)
    {
        var areWeights = quantities.Contains(column);
        var (unitsSaid, powersSaid) = units.Possible;
        unitsSaid = [.. unitsSaid.Where(unit => !(areWeights && unit.IsMoney))];
        var why = unitsSaid.Count > 0 || powersSaid.Count > 0 ? Why.Said : Why.Common;
        return from unit in unitsSaid.Count > 0 ? unitsSaid
            : areWeights ? [new Unit("KG")]
            : money
            from power in powersSaid.Count > 0 ? powersSaid
            : areWeights ? CommonPowersOfWeights
            : CommonPowers
            select new AskOption(new ScaledUnit(unit, power).Code, why, why == Why.Said ? title : null);
    }

    private IEnumerable<AskOption> Periods() => MentionedPeriods().Concat(FiscalYears());

    private IEnumerable<AskOption> MentionedPeriods() =>
        from text in around
        from part in text.Said.Periods
        let period = PeriodComposition.ToPeriod(part, null)
        where period is not null
        group text.Text by period.Value into texts
        select new AskOption(texts.Key.ToString(), Why.Mentioned, texts.First());

    /// <summary>The first fiscal year of the table by each month in which such years commonly begin: an answer about one says it of
    /// all.</summary>
    private IEnumerable<AskOption> FiscalYears() =>
        from label in table.PeriodTexts().Take(MaxLabels)
        from part in PeriodText.Read(label)
        where part is { FirstMonth: null, Quarter: null, LastYear: { } last } && last == part.Year + 1
        select (part, label) into year
        group year by 1 into years
        from month in years.First().part.IsNamed ? NamedStarts : PeriodLabels.CommonStarts
        select new AskOption(
            PeriodComposition.ToPeriod(years.First().part, month).ToString()!,
            Why.Common,
            years.First().label
        );
}
