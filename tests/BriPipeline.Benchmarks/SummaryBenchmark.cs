using System.Globalization;
using BriPipeline.Core.Language;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Summaries.Documents;
using BriPipeline.Core.Trade;

namespace BriPipeline.Benchmarks;

/// <summary>What a reporter's month costs beyond reading its rows: processor time, warm, of the compilation alone, and of the
/// documents in all languages and formats. The rows are those of <c>TOTAL</c>: nothing else is ever read for a reporter.</summary>
internal static class SummaryBenchmark
{
    private const int Partners = 200;
    private const int Months = 36;
    private const int Rounds = 20;

    public static void Run()
    {
        var rows = Rows();
        var input = new SummaryInput(
            new(SubjectKind.Reporter, new Area("KAZ"), null),
            TimePeriod.OfMonth(2023, 12),
            null,
            rows
        );
        var summary = SummaryCompiler.Compile(input).Summary!;
        Print($"{Partners} partners x {Months} months: {rows.Count:N0} rows; {summary.Rows.Count:N0} are printed");
        Print(
            $"compile                {MedianProcessor.Of(() => SummaryCompiler.Compile(input), Rounds):F1} ms of processor"
        );
        Print(
            $"facts.json             {MedianProcessor.Of(() => SummaryFacts.Write(summary), Rounds):F1} ms of processor"
        );
        Print(
            $"13 documents           {MedianProcessor.Of(() => SummaryDocuments.Write(summary, new(1, null), SummaryOffice.None).Count(), 3):F1} ms of processor"
        );
    }

    private static List<TradeRow> Rows()
    {
        Area[] partners =
        [
            Area.World,
            .. AreaCodeList
                .Standard.Members(Area.World, TimePeriod.OfYear(2023))
                .Where(area => area.Code != "KAZ")
                .Take(Partners),
        ];
        var rows = new List<TradeRow>(Partners * Months * 2);
        for (var month = 0; month < Months; month++)
        {
            var first = new DateOnly(2021, 1, 1).AddMonths(month);
            var period = TimePeriod.OfMonth(first.Year, first.Month);
            foreach (var (partner, index) in partners.Select((partner, index) => (partner, index)))
            {
                foreach (var flow in new[] { TradeFlow.X, TradeFlow.M })
                {
                    var value =
                        index == 0 ? 9_000_000_000m : 1_000_000m * (200 - index) + (month * 10_007m) + (int)flow;
                    rows.Add(Row(partner, flow, period, value));
                }
            }
        }

        return rows;
    }

    private static TradeRow Row(Area partner, TradeFlow flow, TimePeriod period, decimal value) =>
        new()
        {
            Key = new(new Area("KAZ"), partner, flow, Commodity.Total, new Unit("USD"), period, null),
            Source = "bench",
            Value = value,
            Multiplier = 3,
            Edition = "2024-02-15",
            Upload = "bench/trade.xlsx",
            Sheet = "2023",
            Cell = "B7",
            Raw = "1",
            Seq = 1,
            FirstSeen = default,
            LastChanged = default,
        };

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
