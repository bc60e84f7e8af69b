using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries;

/// <summary>Whether a target counts as reached.</summary>
public enum TargetState
{
    /// <summary>No side reaches it.</summary>
    NotReached,

    /// <summary>Every side reaches it, or the one that it is measured on.</summary>
    Reached,

    /// <summary>Some sides reach it, and nothing says whose figures count.</summary>
    SidesDisagree,

    /// <summary>No side has figures of the target's year so far.</summary>
    NoFigures,
}

/// <summary>An arithmetic extrapolation of a target's year, not a forecast: what the year comes to if its first months weigh
/// as in the complete years before.</summary>
/// <param name="Years">How many complete years it rests on.</param>
public sealed record TargetProjection(decimal Low, decimal High, int Years);

/// <summary>A target measured on one side's figures.</summary>
/// <param name="Share">Percent of the target, one decimal.</param>
/// <param name="Remaining">What is still to come, in whole units; 0 once it is reached.</param>
/// <param name="MonthsLeft">Months of the year after the period.</param>
/// <param name="MonthlyNeeded">What each of those months must bring on average; null where none is left or nothing is needed.</param>
public sealed record TargetSide(
    Area Reporter,
    string Source,
    SummaryAmount ToDate,
    decimal Share,
    decimal Remaining,
    int MonthsLeft,
    decimal? MonthlyNeeded,
    TargetProjection? Projection
);

/// <summary>A target of a register and how far each side's figures say it is reached.</summary>
/// <param name="Through">From January of the target's year to the end of the summary's period.</param>
public sealed record SummaryTarget(
    RegisterRow Register,
    TimePeriod Through,
    TargetState State,
    IReadOnlyList<TargetSide> Sides
)
{
    /// <summary>A range wider than this is withheld.</summary>
    public const decimal WidestProjection = 1.25m;

    private const int MinMonths = 6;
    private const int MinYears = 5;
    private const int MaxYears = 10;

    /// <param name="sides">Every side that could be measured: who reports, in which source, and its amounts.</param>
    internal static SummaryTarget Of(
        RegisterRow register,
        TimePeriod period,
        IReadOnlyList<(Area Reporter, string Source, FindAmount Find)> sides,
        bool isProjected
    )
    {
        var through = SummaryPeriods.YearToDate(period);
        var measured = sides
            .Where(side =>
                register.Basis is null || register.Basis == side.Reporter.Code || register.Basis == side.Source
            )
            .Select(side => Measure(register, through, side.Reporter, side.Source, side.Find, isProjected))
            .OfType<TargetSide>()
            .ToArray();
        var reached = measured.Count(side => side.Remaining == 0);
        return new(
            register,
            through,
            measured.Length == 0 ? TargetState.NoFigures
                : reached == 0 ? TargetState.NotReached
                : reached == measured.Length ? TargetState.Reached
                : TargetState.SidesDisagree,
            measured
        );
    }

    private static TargetSide? Measure(
        RegisterRow register,
        TimePeriod through,
        Area reporter,
        string source,
        FindAmount find,
        bool isProjected
    )
    {
        var measure = register.Flow switch
        {
            TradeFlow.X => SummaryMeasure.Exports,
            TradeFlow.M => SummaryMeasure.Imports,
            _ => SummaryMeasure.Turnover,
        };
        if (register.Amount is not > 0 || find(measure, through) is not { LacksMembers: false } toDate)
        {
            return null;
        }

        var amount = register.Amount.Value;
        var remaining = Math.Max(0, amount - toDate.Value);
        var left = 12 - through.Last.Month;
        return new(
            reporter,
            source,
            toDate,
            Math.Round(toDate.Value / amount * 100, 1, MidpointRounding.AwayFromZero),
            remaining,
            left,
            left > 0 && remaining > 0 ? remaining / left : null,
            isProjected && left > 0 && 12 - left >= MinMonths
                ? Project(toDate.Value, through, at => find(measure, at)?.Value)
                : null
        );
    }

    private static TargetProjection? Project(decimal toDate, TimePeriod through, Func<TimePeriod, decimal?> find)
    {
        var shares = Enumerable
            .Range(1, MaxYears)
            .Select(back => through.Last.Year - back)
            .Select(year =>
                find(TimePeriod.OfMonths(year, 1, year, through.Last.Month)) / find(TimePeriod.OfYear(year))
                    is > 0
                        and { } share
                    ? share
                    : (decimal?)null
            )
            .TakeWhile(share => share is not null)
            .Select(share => share!.Value)
            .ToArray();
        if (shares.Length < MinYears)
        {
            return null;
        }

        var projection = new TargetProjection(toDate / shares.Max(), toDate / shares.Min(), shares.Length);
        return projection.High <= projection.Low * WidestProjection ? projection : null;
    }
}
