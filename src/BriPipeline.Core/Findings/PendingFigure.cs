using System.Globalization;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Findings;

/// <summary>A figure that an answer stores once other questions are answered too, by the columns of an observation: those that the other
/// answers decide are empty.</summary>
public sealed record PendingFigure(
    string Reporter,
    string Partner,
    string Flow,
    string Commodity,
    string Unit,
    string Period,
    string Value,
    string Multiplier,
    string Status,
    string Sheet,
    string Cell,
    string Raw
)
{
    /// <param name="awaits">The kinds of the questions that the figure waits for.</param>
    public static PendingFigure Of(Observation figure, IReadOnlySet<QuestionKind> awaits)
    {
        // A value is in whole units: without a power of ten there is none.
        var hasUnit = !awaits.Contains(QuestionKind.Unit);
        return new(
            Unless(QuestionKind.Reporter, figure.Key.Reporter.Code),
            awaits.Contains(QuestionKind.Total) ? "" : Unless(QuestionKind.Partner, figure.Key.Partner.Code),
            Unless(QuestionKind.Flow, figure.Key.Flow.ToString()),
            Unless(QuestionKind.Commodity, figure.Key.Commodity.Code),
            Unless(QuestionKind.Unit, figure.Key.Unit.Code),
            Unless(QuestionKind.Period, figure.Key.Period.ToString()),
            hasUnit ? figure.Value.ToString(CultureInfo.InvariantCulture) : "",
            hasUnit ? figure.Multiplier.ToString(CultureInfo.InvariantCulture) : "",
            figure.Status.ToString(),
            figure.Provenance.Sheet,
            figure.Provenance.Cell.ToString(),
            figure.Provenance.Raw
        );

        string Unless(QuestionKind kind, string code) => awaits.Contains(kind) ? "" : code;
    }
}
