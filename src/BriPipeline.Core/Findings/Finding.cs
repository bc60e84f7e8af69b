using System.Globalization;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Findings;

/// <summary>Something wrong or odd in the input, with its place. Returned beside the good rows, never thrown.</summary>
/// <param name="Sheet">Name of the sheet; null where the finding is about the whole file.</param>
/// <param name="Place">The cells, as the publisher's file names them; null where it is about the whole sheet or file.</param>
/// <param name="Raw">The cell's text as found, if there is one cell.</param>
/// <param name="Arguments">What the template's <c>{0}</c>, <c>{1}</c> stand for.</param>
public sealed record Finding(
    FindingCode Code,
    string? Sheet,
    CellRange? Place,
    string? Raw,
    IReadOnlyList<string> Arguments
)
{
    /// <summary>A finding about a whole file.</summary>
    public static Finding OfFile(FindingCode code, params string[] arguments) => new(code, null, null, null, arguments);

    /// <summary>A finding about figures of one sheet.</summary>
    public static Finding OfFigures(
        FindingCode code,
        IReadOnlyCollection<Provenance> figures,
        params IReadOnlyList<string> arguments
    )
    {
        var cells = CellRange.Runs(figures.Select(figure => figure.Cell));
        var first = figures.First();
        return new(
            code,
            first.Sheet,
            cells.Aggregate((range, other) => range.With(other.First).With(other.Last)),
            first.Raw,
            arguments
        )
        {
            Figures = figures.Count,
            Cells = cells.Count > 1 ? cells : null,
        };
    }

    /// <summary>The cells, where <see cref="Place"/> also holds others; null where it holds just them.</summary>
    public IReadOnlyList<CellRange>? Cells { get; init; }

    /// <summary>How many figures it is about.</summary>
    public int Figures { get; init; } = Place is null ? 0 : 1;

    /// <summary>What a person could say to lift it; null where only another file can.</summary>
    public Ask? Ask { get; init; }

    /// <summary>The finding where a person said to leave its figures out: nothing to lift any more.</summary>
    public Finding AsAnswered(string? answer) =>
        answer == Findings.Ask.LeaveOut && Ask is { } ask
            ? this with
            {
                Code = FindingCodes.LeftOut,
                Arguments = [ask.About, Figures.ToString(CultureInfo.InvariantCulture)],
                Ask = null,
            }
            : this;

    /// <summary>What was found, in English.</summary>
    public string Message => Fill(Code.Template);

    /// <summary>What to do about it, in English.</summary>
    public string Advice => Fill(Code.Advice);

    private string Fill(string template) => string.Format(CultureInfo.InvariantCulture, template, [.. Arguments]);
}
