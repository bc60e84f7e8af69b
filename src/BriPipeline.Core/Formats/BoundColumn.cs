using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Formats;

/// <summary>A column of a sheet as its format describes it.</summary>
internal sealed class BoundColumn
{
    private readonly FormatColumn described;
    private readonly CodeReader? codes;
    private readonly HashSet<string> totals;
    private readonly CodeReading blank;
    private readonly string? labelMark;
    private readonly AnswerBook book;

    /// <param name="key">In the description.</param>
    public BoundColumn(
        FormatHeading heading,
        string key,
        FormatColumn described,
        DocumentedFormat format,
        SourceProfile profile
    )
    {
        Number = heading.Number;
        Heading = heading.Text;
        Part = heading.Part;
        Key = key;
        this.described = described;
        book = profile.Book;
        labelMark = format.Description.Labels;
        codes =
            described.List is { } list && !FormatPattern.Is(key) ? format.Reader(described.Is, list, profile) : null;
        totals = new(described.Totals, StringComparer.OrdinalIgnoreCase);
        blank = described.Blank is { } text ? new([FormatStatement.Of(Role, text)!.Value], false) : CodeReading.Nothing;
        Says =
        [
            .. described.Says.Select(one => FormatStatement.Of(one.Key, one.Value)!.Value),
            .. format.Caught(key, heading.Text).SelectMany(caught => Read(caught.Role, caught.Text, format, profile)),
        ];
    }

    public int Number { get; }

    public string Heading { get; }

    /// <summary>Which of the columns that the column of the file holds; null where it holds one.</summary>
    public int? Part { get; }

    public string Key { get; }

    /// <summary>What findings call it.</summary>
    public string Name => Heading.Length > 0 ? Heading : CellAddress.ColumnLetters(Number);

    public FormatRole Role => described.Is;

    /// <summary>The key of the one column of figures to which it applies.</summary>
    public string? Of => described.Of;

    /// <summary>What holds for every figure of the column.</summary>
    public IReadOnlyList<FormatStatement> Says { get; }

    /// <summary>A text of its heading that is in no list; null where there is none.</summary>
    public string? UnknownInHeading { get; private set; }

    /// <summary>Its heading says that it is documented and not stored.</summary>
    public bool IsLeftOut { get; private set; }

    public bool ZeroIsMissing => described.Zero == "missing";

    /// <summary>Whether the text is that of the total, of a column of <see cref="FormatRole.Total"/>.</summary>
    public bool IsTotal(string text) =>
        totals.Contains(Code(text).Code) || (text == FormatFigure.NotAvailable && totals.Contains(""));

    /// <summary>What a text says, by the format or by what was answered of it.</summary>
    public CodeReading Read(string text) =>
        Documented(text) is { Says: not null } reading ? reading
        : FormatQuestions.AskOf(Role, text) is { } ask && book.Find(ask) is { } answer
            ? FormatQuestions.Answered(Role, answer) ?? CodeReading.Unknown
        : CodeReading.Unknown;

    /// <summary>Counts a figure of whose row nobody knows a code, with the question that lifts it.</summary>
    public void CountUnknown(string text, Sheet sheet, CellAddress place, string format, FindingTally tally)
    {
        var ask = FormatQuestions.AskOf(Role, text);
        if (ask is not null && book.Find(ask) == Ask.LeaveOut)
        {
            tally.Count(FindingCodes.LeftOut, sheet, ask.About, place, ask.About, "#");
            return;
        }

        var subject = $"{Heading}\n{text}";
        tally.Count(FindingCodes.FormatCodeUnknown, sheet, subject, place, ask, text, Name, format, "#");
    }

    private CodeReading Documented(string text)
    {
        if (labelMark is null)
        {
            return ReadCode(text);
        }

        var (code, name) = Code(text);
        var reading = ReadCode(code);
        return name is not null && reading.Says is [{ Value: Area area }] && IsAnother(area, name)
            ? CodeReading.Unknown
            : reading;
    }

    /// <summary>Whether the name beside a code is that of another area.</summary>
    private static bool IsAnother(Area area, string name) =>
        AreaCodeList.Standard.Find(name) is { Count: > 0 } named && !named.Contains(area);

    private (string Code, string? Name) Code(string text)
    {
        var end = labelMark is null ? -1 : text.IndexOf(labelMark, StringComparison.Ordinal);
        return end > 0 ? (text[..end], text[(end + labelMark!.Length)..].Trim()) : (text, null);
    }

    private CodeReading ReadCode(string text) =>
        text.Length == 0 && (codes is null || !codes.Lists("")) ? blank
        : codes is not null ? codes.Read(text)
        : Role switch
        {
            FormatRole.Period => FormatPeriod.Read(text) is { } period
                ? new([new(Role, period)], false)
                : CodeReading.Unknown,
            FormatRole.Level when FormatStatement.Of(Role, text) is { } level => new([level], false),
            FormatRole.PartnerLabel
            or FormatRole.CommodityLabel
            or FormatRole.Variant
            or FormatRole.Valuation
            or FormatRole.Nomenclature => new([new(Role, text)], false),
            _ => CodeReading.Nothing,
        };

    private IReadOnlyList<FormatStatement> Read(
        FormatRole role,
        string text,
        DocumentedFormat format,
        SourceProfile profile
    )
    {
        var list =
            described.Lists.TryGetValue(role, out var own) ? own
            : role == Role ? described.List
            : null;
        var reading =
            list is not null ? format.Reader(role, list, profile).Read(text)
            : role == FormatRole.Period && FormatPeriod.Read(text) is { } period ? new([new(role, period)], false)
            : CodeReading.Unknown;
        if (reading.Says is null)
        {
            UnknownInHeading = text;
        }

        IsLeftOut |= reading.IsLeftOut;
        return reading.Says ?? [];
    }
}
