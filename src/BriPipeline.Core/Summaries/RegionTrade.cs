using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries;

/// <summary>The trade of a region's members with one partner, all from one side: each member's figures, or the partner's.</summary>
internal sealed class RegionTrade : SummaryTrade
{
    private readonly SummaryInput input;
    private readonly Func<Area, string, FindAmount> find;
    private readonly Func<Area, TradeFlow, TimePeriod, string?> valuation;

    private RegionTrade(
        SummaryInput input,
        SummaryChoice choice,
        bool isPartnersSide,
        TradeFlow importFlow,
        Func<Area, string, FindAmount> find,
        Func<Area, TradeFlow, TimePeriod, string?> valuation
    )
        : base(choice)
    {
        (this.input, this.find, this.valuation) = (input, find, valuation);
        (IsPartnersSide, ImportFlow) = (isPartnersSide, importFlow);
        Headline = SumOf(choice.Unit);
    }

    public override Area HeadlineArea => input.Subject.Reporter;
    public override FindAmount Headline { get; }
    public override TradeFlow ImportFlow { get; }
    public override bool IsPartnersSide { get; }

    public override SummaryAmount? Total(SummaryMeasure measure, TimePeriod period) => Headline(measure, period);

    public override IEnumerable<(Area Area, FindAmount Find)> Partners(TimePeriod period) =>
        input.Members.Select(member => (member, find(member, Choice.Unit)));

    /// <summary>What every member's rows say, if they agree.</summary>
    public override string? Valuation(TradeFlow flow, TimePeriod period)
    {
        string?[] named =
        [
            .. input
                .Members.Select(member => valuation(member, flow, period))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
        return named.Length == 1 ? named[0] : null;
    }

    public override IReadOnlyList<(Area Reporter, string Source, FindAmount Find)> Sides(string? unit) =>
        unit is null
            ? []
            :
            [
                (
                    IsPartnersSide ? input.Subject.Partner!.Value : input.Subject.Reporter,
                    Choice.ToString(),
                    SumOf(unit)
                ),
            ];

    public static new (SummaryTrade? Trade, string? Reason) Of(SummaryInput input)
    {
        var (partner, period) = (input.Subject.Partner!.Value, input.Period);
        TradeRow[] partners = [.. input.Rows.Where(row => row.Key.Reporter == partner)];
        var candidates = input.Named is { } named ? [named] : Candidates(input, partners);
        if (candidates.Count != 1)
        {
            return (null, SummaryReasons.NotOneCandidate(input.Subject, period, candidates));
        }

        var choice = candidates[0];
        RegionTrade trade;
        if (choice.Members is { } sources)
        {
            SummaryRows RowsOf(Area member, string unit) =>
                new(
                    input.Rows.Where(row => row.Key.Reporter == member),
                    sources.GetValueOrDefault(member.Code) ?? "",
                    choice.Variant,
                    unit
                );
            trade = new(
                input,
                choice,
                isPartnersSide: false,
                TradeFlow.M,
                (member, unit) =>
                {
                    var rows = RowsOf(member, unit);
                    return rows.With(partner, rows.ImportFlowWith(partner));
                },
                (member, flow, at) => RowsOf(member, choice.Unit).ValuationOf(partner, flow, at)
            );
        }
        else
        {
            SummaryRows RowsOf(string unit) => new(partners, choice.Source, choice.Variant, unit);
            trade = new(
                input,
                choice,
                isPartnersSide: true,
                TradeFlow.M,
                (member, unit) =>
                {
                    var rows = RowsOf(unit);
                    return rows.SeenFrom(member, rows.ImportFlowWith(member));
                },
                // The partner's imports are the members' exports.
                (member, flow, at) =>
                    RowsOf(choice.Unit).ValuationOf(member, flow == TradeFlow.X ? TradeFlow.M : TradeFlow.X, at)
            );
        }

        return
            trade.Headline(SummaryMeasure.Exports, period) is null
            || trade.Headline(SummaryMeasure.Imports, period) is null
            ? (null, SummaryReasons.AwaitingMembers(input.Subject, period, choice))
            : (trade, null);
    }

    /// <summary>The partner's series, and the members' own where each member that has figures has one series of the unit.</summary>
    private static IReadOnlyList<SummaryChoice> Candidates(SummaryInput input, TradeRow[] partners)
    {
        var partner = input.Subject.Partner!.Value;
        var ofPartner = input
            .Members.SelectMany(member => SummaryCandidates.Of(member, input.Period, partners))
            .Distinct()
            .OrderBy(choice => choice.ToString(), StringComparer.Ordinal);
        var ofMembers = input
            .Members.SelectMany(member =>
                SummaryCandidates
                    .Of(partner, input.Period, input.Rows.Where(row => row.Key.Reporter == member))
                    .Select(choice => (member, choice))
            )
            .GroupBy(one => (one.choice.Unit, one.choice.Variant))
            .Where(unit => unit.GroupBy(one => one.member).All(member => member.Count() == 1))
            .Select(unit => new SummaryChoice("", unit.Key.Variant, unit.Key.Unit)
            {
                Members = new SortedDictionary<string, string>(
                    unit.ToDictionary(one => one.member.Code, one => one.choice.Source, StringComparer.Ordinal),
                    StringComparer.Ordinal
                ),
            })
            .OrderBy(choice => choice.ToString(), StringComparer.Ordinal);
        return [.. ofPartner, .. ofMembers];
    }

    /// <summary>The sum of the members that have an amount, which knows whether it lacks some.</summary>
    private FindAmount SumOf(string unit)
    {
        var members = input.Members.Select(member => (member, find: find(member, unit))).ToArray();
        return (measure, period) =>
        {
            var parts = members
                .Select(one => (one.member, amount: one.find(measure, period)))
                .Where(part => part.amount is not null)
                .ToArray();
            return parts.Length == 0
                ? null
                : SummaryAmount.Of(
                    parts.Sum(part => part.amount!.Value),
                    AmountBasis.Derived,
                    [.. parts.Select(part => part.amount!)]
                ) with
                {
                    Members = [.. parts.Select(part => part.member)],
                    LacksMembers = parts.Length < input.Members.Count,
                };
        };
    }
}
