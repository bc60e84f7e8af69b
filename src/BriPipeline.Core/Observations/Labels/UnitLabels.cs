using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations.Labels;

/// <summary>Labels of units and powers of ten to one value.</summary>
internal sealed class UnitLabels(LabelTexts texts)
{
    public LabelValues Read(List<Label> labels)
    {
        var units = new HashSet<Unit>();
        var multipliers = new HashSet<int>();
        string? valuation = null;
        foreach (var label in labels)
        {
            var said = label.Kind == LabelKind.Multiplier ? Powers(label.Text) : OfKind(label, texts.Units(label.Text));
            units.UnionWith(said.Select(one => one.Unit).OfType<Unit>());
            multipliers.UnionWith(said.Select(one => one.Power).OfType<int>());
            if (label.Kind == LabelKind.Multiplier && said.Count == 0)
            {
                return Unknown(label);
            }

            valuation ??= texts.Valuation(label.Text);
        }

        if (units.Count > 1 || multipliers.Count > 1)
        {
            var readings = units.Select(unit => unit.Code).Concat(multipliers.Select(power => $"10^{power}"));
            var all = string.Join(" / ", labels.Select(label => label.Text.Trim()).Distinct(StringComparer.Ordinal));
            return LabelValues
                .Refused(FindingCodes.DimensionUnclear, labels[^1], "unit", string.Join(" / ", readings), "#")
                .Asking(
                    QuestionKind.Unit,
                    all,
                    from unit in units.Count > 0 ? units.Select(one => (Unit?)one) : [null]
                    from power in multipliers.Count > 0 ? multipliers.Select(one => (int?)one) : [null]
                    select new AskOption(new ScaledUnit(unit, power).Code, Why.Said, all)
                );
        }

        var odd = labels.Find(label =>
            label.Address?.Row == Label.OwnRow && ReadText.Of(label.Text).Unexplained.Count > 0
        );
        if (odd is not null)
        {
            return Unknown(odd);
        }

        // "Dollars" alone is any dollar.
        if (
            units.Count + multipliers.Count == 0
            && labels.TrueForAll(label =>
                texts.Terms(label.Text) is { Count: > 0 } terms && terms.All(term => term.Kind == TermKind.Filler)
            )
        )
        {
            return new();
        }

        if (units.Count + multipliers.Count == 0)
        {
            return Unknown(labels[0]);
        }

        return new()
        {
            [Dimension.Unit] = new ScaledUnit(
                units.Count == 1 ? units.Single() : null,
                multipliers.Count == 1 ? multipliers.Single() : null
            ),
            [Dimension.Valuation] = valuation,
        };
    }

    private static LabelValues Unknown(Label label) =>
        LabelValues
            .Refused(FindingCodes.UnitUnknown, label, label.Text, "#")
            .Asking(
                QuestionKind.Unit,
                label.Text,
                ReadText
                    .Of(label.Text)
                    .Units.Select(mention => mention.Unit)
                    .Where(said => said.Unit is not null)
                    .Select(said => new AskOption(said.Code, Why.Mentioned, label.Text.Trim()))
            );

    /// <summary>Powers of ten from a column of their own: "6", "Millions", "Units".</summary>
    private IReadOnlyList<ScaledUnit> Powers(string text)
    {
        var powers = texts.Units(text).Select(one => one.Power).OfType<int>().ToList();
        var digits = new string([.. text.Trim().TakeWhile(char.IsAsciiDigit)]);
        if (int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var power))
        {
            powers.Add(power);
        }
        else if (texts.Terms(text).Any(term => term is { Kind: TermKind.Dimension, Code: "unit" }))
        {
            powers.Add(0);
        }

        return powers.TrueForAll(one => one is >= 0 and <= 12) && ReadText.Of(text).LeftOver.Count == 0
            ? [.. powers.Distinct().Select(one => new ScaledUnit(null, one))]
            : [];
    }

    private static IReadOnlyList<ScaledUnit> OfKind(Label label, IReadOnlyList<ScaledUnit> said) =>
        label.IsOfQuantity && said.Where(one => one.Unit is { IsMoney: false }).ToList() is { Count: > 0 } quantities
            ? quantities
            : said;
}
