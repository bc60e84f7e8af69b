namespace BriPipeline.Core.Language;

/// <summary>What one label says of a period: some or all of it.</summary>
/// <param name="Year">The year (the first one, of a fiscal year); null where the label does not say.</param>
/// <param name="FirstMonth">1 to 12; null where the label names no months.</param>
/// <param name="LastMonth">1 to 12; equal to <paramref name="FirstMonth"/> for a single month.</param>
/// <param name="Quarter">1 to 4 where a quarter word stands; months are then null.</param>
/// <param name="LastYear">The year in which the period ends where the label names two ("2017/18", "April 2017 - March 2018").</param>
/// <param name="Day">The day of the month on which a fiscal year starts, where the label says so.</param>
/// <param name="Start">Index of the label's part in the text as given.</param>
public readonly record struct PeriodPart(
    int? Year,
    int? FirstMonth,
    int? LastMonth,
    int? Quarter,
    int? LastYear,
    int? Day,
    int Start,
    int Length
)
{
    /// <summary>Months that lie in the fiscal year of <see cref="Year"/> and <see cref="LastYear"/>, on either side of New Year.</summary>
    public bool IsOfFiscalYear { get; init; }

    /// <summary>Twelve months or fewer, of which the last one lies in a year that is not said with them: "years ended 30 June".</summary>
    public bool EndsInYear { get; init; }

    /// <summary>The part in a year that another place says.</summary>
    public PeriodPart In(int year) =>
        EndsInYear
            ? this with
            {
                Year = year - 1,
                LastYear = year,
                EndsInYear = false,
            }
            : this with
            {
                Year = year,
                LastYear = null,
            };

    /// <summary>A year of a word that means another one in other countries (<see cref="FiscalYears.Words"/>).</summary>
    public bool IsNamed { get; init; }
}
