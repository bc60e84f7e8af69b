using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Language;

/// <summary>What a text says: its mentions, and what is left over. Each part is worked out when it is first asked for.</summary>
public sealed class ReadText
{
    private readonly string text;
    private IReadOnlyList<Term>? words;
    private IReadOnlyList<Term>? terms;
    private IReadOnlyList<PeriodPart>? periods;
    private IReadOnlyList<(Area Area, int Start, int Length)>? areas;
    private IReadOnlyList<UnitMention>? units;
    private IReadOnlyList<Mention>? mentions;
    private IReadOnlyList<string>? leftOver;

    private ReadText(string text) => this.text = text;

    public static ReadText Of(string text)
    {
        ReadingBudget.Step();
        return new(text);
    }

    /// <summary>Every mention, in text order.</summary>
    public IReadOnlyList<Mention> Mentions => mentions ??= [.. Everything().OrderBy(mention => mention.Start)];

    /// <summary>Every run of letters that no word, period or area name covers, however short, each once.</summary>
    public IReadOnlyList<string> LeftOver => leftOver ??= Uncovered();

    /// <summary>Content words of what is left over: three letters and more; two ideographs or syllables.</summary>
    public IReadOnlyList<string> Unexplained =>
        [.. LeftOver.Where(run => run.Length >= (Word.IsHan(run[0]) || Word.IsSyllable(run[0]) ? 2 : 3))];

    /// <summary>The words and phrases of the language files.</summary>
    public IReadOnlyList<Term> Terms => terms ??= AreaMentions.WithoutPartsOfNames(Words, Areas);

    private IReadOnlyList<Term> Words => words ??= WithoutUnitsOfPeriods(Lexicon.Read(text));

    /// <summary>The periods mentioned.</summary>
    public IReadOnlyList<PeriodPart> Periods => periods ??= PeriodText.FindIn(text);

    /// <summary>The areas mentioned by their whole names.</summary>
    public IReadOnlyList<(Area Area, int Start, int Length)> Areas =>
        areas ??= AreaCodeList.Standard.FindIn(text, Words);

    /// <summary>The units, each with its power of ten; a power alone where no unit is named.</summary>
    public IReadOnlyList<UnitMention> Units => units ??= UnitMentions.Find(text, Terms);

    private IEnumerable<Mention> Everything() =>
        Terms
            .Where(term => term.Kind is not (TermKind.Unit or TermKind.Multiplier) && !IsWithinPeriod(term))
            .Select(MentionOf)
            .Concat(Units)
            .Concat(Periods.Select(part => new PeriodMention(part)))
            .Concat(Areas.Select(area => new AreaMention(area.Area, area.Start, area.Length)))
            .Concat(ConnectingWords.FindIn(text));

    /// <summary>The "M2" of "2023M2" and of "M2 2023" is a month and no square metre, the "元" of "令和元年" no yuan.</summary>
    private IReadOnlyList<Term> WithoutUnitsOfPeriods(IReadOnlyList<Term> found) =>
        found.Any(MayBeOfPeriod)
            ?
            [
                .. found.Where(term =>
                    !MayBeOfPeriod(term)
                    || !Periods.Any(part =>
                        part.Start <= term.Start
                        && term.Start + term.Length <= part.Start + part.Length
                        && term.Length < part.Length
                    )
                ),
            ]
            : found;

    private bool MayBeOfPeriod(Term term) =>
        term.Kind == TermKind.Unit
        && (
            Word.IsHan(text[term.Start])
            || (term.Start > 0 && char.IsDigit(text[term.Start - 1]))
            || (term.Length > 1 && char.IsDigit(text[term.Start + term.Length - 1]))
        );

    /// <summary>The "year" of "2023 year" names no dimension beside it.</summary>
    private bool IsWithinPeriod(Term term) =>
        term.Kind == TermKind.Dimension
        && Periods.Any(part =>
            part.Start <= term.Start
            && term.Start + term.Length <= part.Start + part.Length
            && term.Length < part.Length
        );

    private static Mention MentionOf(Term term) =>
        (term.Kind, StatusText.OfWord(term.Code)) switch
        {
            (TermKind.Flow, _) => new FlowMention(Enum.Parse<TradeFlow>(term.Code), term.Start, term.Length),
            (TermKind.Filler, { } status) => new StatusMention(status, term.Start, term.Length),
            _ => new WordMention(term.Kind, term.Code, term.Start, term.Length),
        };

    private string[] Uncovered()
    {
        var covered = new bool[text.Length];
        foreach (var term in Terms)
        {
            covered.AsSpan(term.Start, term.Length).Fill(true);
        }

        foreach (var period in Periods)
        {
            covered.AsSpan(period.Start, period.Length).Fill(true);
        }

        foreach (var area in Areas)
        {
            covered.AsSpan(area.Start, area.Length).Fill(true);
        }

        return [.. Word.Runs(text, index => !covered[index]).Distinct(StringComparer.Ordinal)];
    }
}
