using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Observations.Labels;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations;

/// <summary>A dimension that a figure lacks.</summary>
/// <param name="Dimension">As findings name it.</param>
/// <param name="Readings">What it may be; null where nothing is said.</param>
/// <param name="IsLeftOut">Whether a person said to leave such figures out.</param>
internal sealed record Lack(string Dimension, string? Readings, Ask Ask, bool IsLeftOut);

/// <summary>What a figure is about, with what was answered where its dimensions are open; and what it lacks, all at once.</summary>
/// <param name="column">Of the figure.</param>
internal struct Asked(TableQuestions questions, int column)
{
    private List<Lack>? lacks;

    public readonly IReadOnlyList<Lack> Lacks => lacks ?? (IReadOnlyList<Lack>)[];

    public T? For<T>(Dimension dimension, Settled<T> settled, Func<string, T?> read)
        where T : struct
    {
        if (settled.Value is { } value)
        {
            return questions.Contradiction(dimension, column, value, static said => said.ToString()!) is { } against
                ? Between(dimension.ToString().ToLowerInvariant(), against, read)
                : value;
        }

        var (ask, answer) = questions.About(dimension, settled.Alternatives, column);
        var said = answer is null ? null : read(answer);
        if (said is null)
        {
            Lack(dimension.ToString().ToLowerInvariant(), settled.Alternatives, ask, answer);
        }

        return said;
    }

    public TimePeriod? ForPeriod(Settled<TimePeriod> settled, PeriodPart? own, PeriodRule rule)
    {
        if (settled.Value is { } value)
        {
            return
                questions.Contradiction(Dimension.Period, column, value, static said => said.ToString()) is { } against
                ? Between("period", against, AnsweredLabel.PeriodOf)
                : value;
        }

        var (ask, answer) = questions.About(Dimension.Period, settled.Alternatives, column);
        var said =
            answer is not null && AnsweredLabel.PeriodOf(answer) is { } period ? rule.Answered(own, period) : null;
        if (said is null)
        {
            Lack("period", settled.Alternatives, ask, answer);
        }

        return said;
    }

    /// <summary>A unit and its power of ten are one question.</summary>
    public ScaledUnit? ForUnit(Settled<Unit> unit, Settled<int> power)
    {
        if (unit.Value is not null && power.Value is not null)
        {
            var said = new ScaledUnit(unit.Value, power.Value);
            return questions.Contradiction(Dimension.Unit, column, said, static unit => unit.Code) is { } against
                ? Between("unit", against, ScaledUnit.Parse)
                : said;
        }

        var (ask, answer) = questions.About(Dimension.Unit, unit.Alternatives ?? power.Alternatives, column);
        // What the workbook says of either is not answered again.
        if (
            answer is not null
            && ScaledUnit.Parse(answer) is { Unit: { } named, Power: { } ten }
            && (unit.Value is null || unit.Value == named)
        )
        {
            return new(named, power.Value ?? ten);
        }

        if (unit.Value is null)
        {
            Lack("unit", unit.Alternatives, ask, answer);
        }
        else
        {
            Lack("multiplier", power.Alternatives, ask, answer);
        }

        return null;
    }

    /// <summary>What holds where the file says one thing and a remembered answer another.</summary>
    private T? Between<T>(string dimension, (Ask Ask, string? Answer) against, Func<string, T?> read)
        where T : struct
    {
        var said = against.Answer is null ? null : read(against.Answer);
        if (said is null)
        {
            Lack(
                dimension,
                string.Join(" / ", against.Ask.Options.Select(option => option.Is)),
                against.Ask,
                against.Answer
            );
        }

        return said;
    }

    private void Lack(string dimension, string? readings, Ask ask, string? answer) =>
        (lacks ??= []).Add(new(dimension, readings, ask, answer == Ask.LeaveOut));
}
