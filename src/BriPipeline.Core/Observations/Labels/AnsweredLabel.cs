using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations.Labels;

/// <summary>Answers to values of dimensions.</summary>
internal static class AnsweredLabel
{
    private static readonly Dictionary<Dimension, Func<string, string, object?>> Readers = new()
    {
        [Dimension.Reporter] = (code, _) => AreaOf(code),
        [Dimension.Partner] = (code, label) => AreaOf(code) is { } area ? new Named<Area>(area, label) : null,
        [Dimension.Flow] = (code, _) => FlowOf(code),
        [Dimension.Commodity] = (code, label) =>
            CommodityText.OfCode(code) is { } commodity ? new Named<Commodity>(commodity, label) : null,
        [Dimension.Unit] = (code, _) => ScaledUnit.Parse(code),
        [Dimension.Period] = (code, _) => PeriodOf(code) is { } period ? PeriodComposition.OfPeriod(period) : null,
    };

    public static Area? AreaOf(string code) => AreaCodeList.Standard.IsKnown(new Area(code)) ? new Area(code) : null;

    public static TradeFlow? FlowOf(string code) =>
        Enum.GetNames<TradeFlow>().Contains(code, StringComparer.Ordinal) ? Enum.Parse<TradeFlow>(code) : null;

    public static TimePeriod? PeriodOf(string code)
    {
        try
        {
            return TimePeriod.Parse(code);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Whether a code can be the value of a dimension.</summary>
    public static bool Reads(Dimension dimension, string code) =>
        Readers.GetValueOrDefault(dimension)?.Invoke(code, code) is not null;

    /// <summary>What an answer says of the labels that the question was about; null where it says nothing of that dimension.</summary>
    public static LabelValues? Of(Refusal refusal, Ask ask, string answer, Dimension dimension) =>
        answer == Ask.LeaveOut
            ? new() { Refusal = refusal with { Code = FindingCodes.LeftOut, Arguments = [ask.About, "#"], Ask = null } }
        : ask.Kind == QuestionKind.Limit
            ? answer == Ask.No ? new()
                : Readers[Dimension.Commodity](answer, ask.About) is { } goods
                    ? LabelValues.Of(Dimension.Commodity, goods)
                : null
        : Readers.GetValueOrDefault(dimension)?.Invoke(answer, ask.About) is { } value
            ? LabelValues.Of(dimension, value)
        : null;
}
