using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations.Labels;

/// <summary>Labels of flows to their codes.</summary>
internal sealed class FlowLabels(LabelTexts texts)
{
    public LabelValues Read(List<Label> labels)
    {
        // "EXPIMP": of either flow, as the columns say. A word for turnover is a flow of its own.
        if (labels.TrueForAll(label => FlowText.NamesBoth(label.Text.Trim()) && texts.Flows(label.Text).Count == 0))
        {
            return new();
        }

        // Over a column such words were seen before; here they stand in rows.
        var other = labels.Find(label =>
            label.Kind != LabelKind.Code && label.Address?.Row == Label.OwnRow && SaysMoreThanFlow(label.Text)
        );
        if (other is not null)
        {
            return Unknown(other);
        }

        var flows = labels
            .SelectMany(label =>
                label.Kind == LabelKind.Code && FlowText.OfCode(label.Text) is { } flow
                    ? [flow]
                    : texts.Flows(label.Text)
            )
            .Distinct()
            .ToList();
        flows = Narrow(flows);
        if (flows is [var own] && labels.Find(label => IsAgainst(own, label.Text)) is { } against)
        {
            return LabelValues
                .Refused(FindingCodes.DimensionUnclear, against, "flow", "X / M", "#")
                .Asking(
                    QuestionKind.Flow,
                    against.Text,
                    new[] { TradeFlow.X, TradeFlow.M }.Select(flow => new AskOption(
                        flow.ToString(),
                        Why.Said,
                        against.Text.Trim()
                    ))
                );
        }

        return flows.Count switch
        {
            0 => Unknown(labels[0]),
            1 => new()
            {
                [Dimension.Flow] = flows[0],
                [Dimension.Valuation] = labels
                    .Select(label => texts.Valuation(label.Text))
                    .FirstOrDefault(valuation => valuation is not null),
                [Dimension.Status] = labels.Select(StatusOf).FirstOrDefault(status => status is not null),
            },
            _ => LabelValues
                .Refused(FindingCodes.DimensionUnclear, labels[^1], "flow", string.Join(" / ", flows), "#")
                .Asking(
                    QuestionKind.Flow,
                    string.Join(" / ", labels.Select(label => label.Text.Trim()).Distinct(StringComparer.Ordinal)),
                    flows.Select(flow => new AskOption(flow.ToString(), Why.Said, labels[^1].Text.Trim()))
                ),
        };
    }

    private LabelValues Unknown(Label label) =>
        IsMeasure(label)
            ? LabelValues.Refused(FindingCodes.RowNotStored, label, label.Text.Trim(), "#")
            : LabelValues
                .Refused(FindingCodes.FlowUnknown, label, label.Text.Trim(), "#")
                .Asking(
                    QuestionKind.Flow,
                    label.Text,
                    new[] { TradeFlow.X, TradeFlow.M, TradeFlow.T }.Select(flow => new AskOption(
                        flow.ToString(),
                        Why.Common
                    ))
                );

    /// <summary>"Exports (estimate)"; letters are no words.</summary>
    private FigureStatus? StatusOf(Label label) =>
        texts
            .Terms(label.Text)
            .Where(term => term.Kind == TermKind.Filler && term.Length > 1)
            .Select(term => StatusText.OfWord(term.Code))
            .FirstOrDefault(status => status is not null and not ObservationStatus.A)
            is { } status
            ? new(status, null)
            : null;

    /// <summary>"Balance", "Coverage (%)": evidence, of which nobody need say which flow it is.</summary>
    private bool IsMeasure(Label label) =>
        texts.Terms(label.Text).Any(term => term is { Kind: TermKind.Measure, Code: not "cumulative" })
        && ReadText.Of(label.Text).LeftOver.Count == 0;

    /// <summary>"Share of exports", "exports of services", "exports of carrots", "exports to China".</summary>
    private bool SaysMoreThanFlow(string text) =>
        texts
            .Terms(text)
            .Any(term => term.Kind == TermKind.Limit || term is { Kind: TermKind.Measure, Code: not "cumulative" })
        || ReadText.Of(text) is not { Unexplained.Count: 0 } read
        || read.Areas.Any(mention => mention.Area != Area.World && !texts.IsReporter(mention.Area));

    /// <summary>"Exports from China", which is not whose trade it is: the preposition is that of the other flow.</summary>
    private bool IsAgainst(TradeFlow flow, string text)
    {
        var other = flow.General() switch
        {
            TradeFlow.X => Connection.Origin,
            TradeFlow.M => Connection.Destination,
            _ => (Connection?)null,
        };
        var read = ReadText.Of(text);
        return other is not null
            && read.Areas is [var only]
            && only.Area != Area.World
            && !texts.IsReporter(only.Area)
            && read
                .Mentions.OfType<ConnectionMention>()
                .Where(word =>
                    text[word.End..Math.Max(word.End, only.Start)].Trim().Length == 0 && word.End <= only.Start
                )
                .ToList()
                is { Count: > 0 } before
            && before.TrueForAll(word => word.Connection == other);
    }

    /// <summary>Of a general flow and its special kind only the special one.</summary>
    public static List<TradeFlow> Narrow(List<TradeFlow> flows) =>
        flows.FindAll(flow => !flows.Exists(other => other != flow && other.General() == flow));
}
