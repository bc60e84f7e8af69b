using BriPipeline.Core.Summaries;
using BriPipeline.Core.Summaries.Documents;
using BriPipeline.Core.Summaries.Html;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Summaries;

/// <summary>Compiles and prints with what a test leaves unsaid.</summary>
internal static class Compiling
{
    public static readonly SummaryEdition Draft = new(1, null);

    public static SummaryCompilation Reporter(
        Area reporter,
        TimePeriod period,
        SummaryChoice? named,
        IReadOnlyList<TradeRow> rows
    ) => SummaryCompiler.Compile(new(new(SubjectKind.Reporter, reporter, null), period, named, rows));

    public static SummaryCompilation Subject(SummaryInput input) => SummaryCompiler.Compile(input);

    /// <summary>The page in English, areas by their codes.</summary>
    public static byte[] Html(MonthlySummary summary, Func<Area, string>? nameOf = null) =>
        HtmlDocument.Write(
            SummaryComposer.Compose(
                summary,
                Draft,
                SummaryOffice.None,
                SummaryTexts.English,
                nameOf ?? (area => area.Code)
            ),
            SummaryTexts.English
        );
}
