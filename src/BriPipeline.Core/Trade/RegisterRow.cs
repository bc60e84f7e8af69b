namespace BriPipeline.Core.Trade;

/// <summary>What a row of a register is; lower-case names are the partitions of table <c>Registers</c>.</summary>
public enum RegisterKind
{
    /// <summary>An amount of trade to be reached in a year.</summary>
    Target,

    /// <summary>A joint project and its status.</summary>
    Project,

    /// <summary>A document that was signed, or a count of such documents as somebody gave it.</summary>
    Agreement,

    /// <summary>A country or organisation that takes part, or a count of such as somebody gave it.</summary>
    Member,

    /// <summary>A figure that somebody said, quoted.</summary>
    Statement,

    /// <summary>A country or region that trade passes through or links, as somebody said.</summary>
    Transit,
}

/// <summary>The key of a row in <c>Registers</c>.</summary>
public sealed record RegisterKey(RegisterKind Kind, string Id);

/// <summary>A line of a register: a quotation with its source and date, never a figure of ours.</summary>
public sealed record RegisterRow
{
    public required RegisterKind Kind { get; init; }

    /// <summary>Names the row within its kind for good: <c>[a-z0-9-]{1,40}</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The summaries that print it: <c>KAZ-CHN</c>, <c>143-CHN</c>.</summary>
    public required IReadOnlyList<string> Subjects { get; init; }

    /// <summary>What it is or what was said, by language (ISO 639-1); <c>en</c> is always there.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>Place, sector, status and speaker in other languages than English, by column and language:
    /// <c>place ru</c>.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } =
        new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Of a target: the flow that is meant; turnover unless said.</summary>
    public TradeFlow? Flow { get; init; }

    /// <summary>What stands before the amount: <c>more than</c>, <c>about</c>.</summary>
    public string? Qualifier { get; init; }

    /// <summary>In whole units of <see cref="Unit"/>.</summary>
    public decimal? Amount { get; init; }

    /// <summary>A currency, or a word for what is counted.</summary>
    public string? Unit { get; init; }

    /// <summary>Of a target: the year by whose end it is to be reached.</summary>
    public int? Year { get; init; }

    /// <summary>Of a statement: the period that it speaks of; null where that is not one.</summary>
    public TimePeriod? Period { get; init; }

    /// <summary>Of a target: whose figures it is measured on, a reporter or a source; null where that was not said.</summary>
    public string? Basis { get; init; }

    public string? Place { get; init; }
    public string? Sector { get; init; }
    public string? Status { get; init; }

    /// <summary>When it was set, said, signed or joined, or since when the status holds, as exactly as the source says;
    /// null where it does not say.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>Of a member: the last day of membership.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Who set or said it.</summary>
    public string? Speaker { get; init; }

    public required string Source { get; init; }

    /// <summary>When the source said so: the row holds as of this day.</summary>
    public required DateOnly SourceDate { get; init; }

    /// <summary><c>{source}/{path}</c> of the upload, then sheet and cell where the row begins.</summary>
    public required string Upload { get; init; }
    public required string Sheet { get; init; }
    public required string Cell { get; init; }

    public RegisterKey Key => new(Kind, Id);

    /// <summary>The last day that the row depends on: no summary of an earlier year prints it.</summary>
    public DateOnly Since => Year is { } year ? new DateOnly(year, 1, 1) : Date?.First ?? SourceDate;
}
