using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Observations.Labels;

/// <summary>Labels of reporters and partners to areas. Nothing is matched by likeness.</summary>
internal sealed class AreaLabels(LabelTexts texts)
{
    private int advised;

    /// <summary>Names in several languages and codes of one row must all be able to mean the same area.</summary>
    public LabelValues Read(List<Label> labels)
    {
        IReadOnlyList<Area>? common = null;
        var names = labels.FindAll(label => label.Kind == LabelKind.Words);
        foreach (var label in labels)
        {
            var found = label.Kind == LabelKind.Code ? FindCode(label.Text) : texts.Areas(label.Text);
            if (found.Count == 0 && (IsFlowAlone(label) || IsTotalOfReporter(label)))
            {
                found = [Area.World];
            }

            if (found.Count == 0)
            {
                continue;
            }

            var both = common is null ? found : [.. common.Intersect(found)];
            if (both.Count == 0)
            {
                var all = string.Join(" / ", labels.Select(other => other.Text.Trim()));
                return LabelValues
                    .Refused(FindingCodes.AreaLabelsDisagree, label, all, "#")
                    .Asking(
                        QuestionKind.Contradiction,
                        all,
                        common!.Concat(found).Distinct().Select(area => new AskOption(area.Code, Why.Said, all))
                    );
            }

            common = both;
        }

        var name = names.Count > 0 ? names[0] : labels[0];
        if (common is null)
        {
            return AreaCodeList.Standard.RestOf(name.Text) is { } group
                ? LabelValues.Refused(
                    FindingCodes.RestOfGroup,
                    name,
                    name.Text.Trim(),
                    AreaCodeList.Standard.NameOf(group, "en"),
                    "#"
                )
                : Unknown(name);
        }

        if (common.Count > 1)
        {
            return LabelValues
                .Refused(FindingCodes.AreaUnclear, name, name.Text.Trim(), string.Join(", ", common), "#")
                .Asking(
                    QuestionKind.Area,
                    name.Text,
                    common.Select(one => new AskOption(one.Code, Why.MayMean, name.Text.Trim()))
                );
        }

        if (
            common[0] == Area.World
            && names.Find(label => texts.Areas(label.Text).Count == 0 && PartnerLimits.In(label.Text) is not null)
                is { } unnamed
        )
        {
            var either = $"{name.Text.Trim()} / {unnamed.Text.Trim()}";
            return LabelValues
                .Refused(FindingCodes.DimensionUnclear, name, "partner", either, "#")
                .Asking(
                    QuestionKind.Total,
                    either,
                    texts
                        .PartnersMeant(unnamed.Text)
                        .Append(Area.World)
                        .Select(area => new AskOption(area.Code, Why.MayMean, either))
                );
        }

        // A name that is not known itself but mentions another area is not outvoted by its neighbours.
        var area = common[0];
        var other = names.Find(label =>
            texts.Areas(label.Text).Count == 0
            && ReadText.Of(label.Text).Areas is { Count: > 0 } mentioned
            && mentioned.All(mention => mention.Area != area)
        );
        if (other is not null)
        {
            return Unknown(other);
        }

        if (labels[0].Dimension == Dimension.Reporter)
        {
            return LabelValues.Of(Dimension.Reporter, area);
        }

        var variant = names.Select(label => texts.Variant(label.Text)).FirstOrDefault(one => one is not null);
        return new() { [Dimension.Partner] = new Named<Area>(area, name.Text.Trim()), [Dimension.Variant] = variant };
    }

    private static IReadOnlyList<Area> FindCode(string text)
    {
        var code = text.Trim();
        if (code.StartsWith('_'))
        {
            return AnsweredLabel.AreaOf(code) is { } group ? [group] : [];
        }

        var scheme =
            code.Length > 0 && code.All(char.IsAsciiDigit) ? AreaCodeScheme.Numeric
            : code.Length == 2 ? AreaCodeScheme.Alpha2
            : AreaCodeScheme.Alpha3;
        return AreaCodeList.Standard.FindCode(scheme, code) is { } area ? [area] : [];
    }

    private LabelValues Unknown(Label name)
    {
        var similar = Similar(name.Text);
        var names = similar.Select(area => $"{AreaCodeList.Standard.NameOf(area, "en")} ({area})").ToList();
        return LabelValues
            .Refused(
                FindingCodes.AreaUnknown,
                name,
                name.Text.Trim(),
                "#",
                FindingTally.Largest,
                names.Count == 0 ? "none" : string.Join(", ", names)
            )
            .Asking(
                QuestionKind.Area,
                name.Text,
                texts
                    .PartnersMeant(name.Text)
                    .Select(area => new AskOption(area.Code, Why.MayMean, name.Text.Trim()))
                    .Concat(similar.Select(area => new AskOption(area.Code, Why.Alike)))
            );
    }

    /// <summary>Areas whose names are like one that is in no list, of the first of such labels only.</summary>
    private IReadOnlyList<Area> Similar(string text)
    {
        const int MaxNames = 3;
        const int MaxLabels = 100;
        if (advised++ >= MaxLabels)
        {
            return [];
        }

        return
        [
            .. ReadText
                .Of(text)
                .Areas.Select(mention => mention.Area)
                .Concat(AreaCodeList.Standard.Closest(text.Trim(), MaxNames))
                .Distinct()
                .Take(MaxNames),
        ];
    }

    /// <summary>"India's total exports" among the partners of India.</summary>
    private bool IsTotalOfReporter(Label label) =>
        label is { Dimension: Dimension.Partner, Address.Row: Label.OwnRow } && texts.IsTotalOfReporter(label.Text);

    /// <summary>A row "Exports" among the rows of partners is the total of those below it.</summary>
    private bool IsFlowAlone(Label label) =>
        label.Address?.Row == Label.OwnRow
        && texts.Terms(label.Text) is { Count: > 0 } terms
        && terms.All(term => term.Kind is TermKind.Flow or TermKind.Valuation or TermKind.Filler)
        && terms.Any(term => term.Kind == TermKind.Flow)
        && ReadText.Of(label.Text).LeftOver.Count == 0;
}
