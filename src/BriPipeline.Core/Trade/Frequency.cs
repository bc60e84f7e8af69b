namespace BriPipeline.Core.Trade;

/// <summary>What kind of period a figure covers. The names are the codes of the public contract.</summary>
public enum Frequency
{
    /// <summary>A calendar year: <c>2022</c>.</summary>
    A,

    /// <summary>A quarter: <c>2022-Q3</c>.</summary>
    Q,

    /// <summary>A month: <c>2022-07</c>.</summary>
    M,

    /// <summary>An inclusive range of months, cumulative: <c>2023-01--2023-07</c>.</summary>
    C,

    /// <summary>A fiscal year: <c>2017-04--2018-03</c>, in days where it starts mid-month.</summary>
    F,
}
