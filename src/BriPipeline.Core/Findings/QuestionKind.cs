namespace BriPipeline.Core.Findings;

/// <summary>What a question asks (DESIGN section 10). Files and profiles write the names in small letters.</summary>
public enum QuestionKind
{
    Reporter,
    Partner,
    Flow,

    /// <summary>The unit together with its power of ten.</summary>
    Unit,
    Commodity,
    Period,
    Frequency,

    /// <summary>What a column holds.</summary>
    Column,

    /// <summary>What a name of an area stands for.</summary>
    Area,

    /// <summary>Whether words limit the figures to a part of the trade.</summary>
    Limit,

    /// <summary>What a mark in place of a figure means.</summary>
    Mark,

    /// <summary>Of which partners a total is.</summary>
    Total,

    /// <summary>Which mark parts the decimals.</summary>
    Decimal,

    /// <summary>Which of several figures of one key holds.</summary>
    Duplicate,

    /// <summary>Which of two places that disagree holds.</summary>
    Contradiction,

    /// <summary>Whether a figure that its own workbook contradicts stands as printed.</summary>
    Figure,
}
