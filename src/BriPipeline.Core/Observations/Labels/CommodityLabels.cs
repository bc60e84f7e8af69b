using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations.Labels;

/// <summary>Labels of commodities to the total, a code or a name.</summary>
/// <param name="around">The classification that the table's titles name; null where they name none.</param>
internal sealed class CommodityLabels(LabelTexts texts, string? around)
{
    private readonly Dictionary<string, string?> classifications = new(StringComparer.Ordinal);

    public LabelValues Read(List<Label> labels)
    {
        if (labels.Find(label => texts.IsTotalOfReporter(label.Text)) is { } whole)
        {
            return new()
            {
                [Dimension.Commodity] = new Named<Commodity>(Commodity.Total, whole.Text.Trim()),
                [Dimension.Partner] = new Named<Area>(Area.World, whole.Text.Trim()),
            };
        }

        // Beside a name a code of no list that is stored says nothing.
        if (labels.Exists(label => !IsOwnCode(label)))
        {
            labels = labels.FindAll(label => !IsOwnCode(label));
        }

        Commodity? found = null;
        string? words = null;
        var groups = labels.FindAll(label => label.Kind == LabelKind.Group && !IsTotal(label));
        foreach (var label in labels.Where(label => label.Kind != LabelKind.Group || groups.Count == 0))
        {
            var commodity = Code(label);
            if (commodity is null)
            {
                words ??= label.Text;
            }
            else if (found is not null && found != commodity)
            {
                return Differ(labels, label, found.Value, commodity.Value, commodity.Value.Code);
            }
            else
            {
                found = commodity;
            }
        }

        // The total of a group, or what it lists.
        if (groups.Count > 0 && (found is null || found == Commodity.Total))
        {
            words = string.Join(" ", labels.Where(label => !IsTotal(label)).Select(label => label.Text.Trim()));
            found = labels.Exists(label => label.Kind == LabelKind.Code) ? null : CommodityText.Named(words);
            return Found(labels, found, words);
        }

        // A code of the total beside the name of a part.
        if (found == Commodity.Total && !string.IsNullOrWhiteSpace(words))
        {
            return Differ(labels, labels[0], found.Value, CommodityText.Named(words), words);
        }

        found ??= labels.TrueForAll(label =>
            label.Kind == LabelKind.Words
            || (ClassificationOf(label) == Classifications.Other && !label.Text.Any(char.IsAsciiDigit))
        )
            ? CommodityText.Named(labels[0].Text)
            : null;
        return Found(labels, found, words);
    }

    private bool IsOwnCode(Label label) =>
        label.Kind == LabelKind.Code && ClassificationOf(label) == Classifications.Other && Code(label) is null;

    private bool IsTotal(Label label) =>
        CommodityText.Read(label.Text, LabelKind.Words, null, texts.Terms(label.Text)) == Commodity.Total;

    private static LabelValues Found(List<Label> labels, Commodity? found, string? words) =>
        found is null
            ? LabelValues
                .Refused(FindingCodes.CommodityUnknown, labels[0], labels[0].Text, "#")
                .Asking(
                    QuestionKind.Commodity,
                    labels[0].Text,
                    labels
                        .Select(label => CommodityText.Named(label.Text))
                        .OfType<Commodity>()
                        .Distinct()
                        .Select(named => new AskOption(named.Code, Why.Mentioned, labels[0].Text.Trim()))
                )
            : LabelValues.Of(Dimension.Commodity, new Named<Commodity>(found.Value, (words ?? labels[0].Text).Trim()));

    /// <summary>Two labels of one row of which a person may know which is right.</summary>
    private static LabelValues Differ(List<Label> labels, Label place, Commodity one, Commodity? other, string shown) =>
        LabelValues
            .Refused(FindingCodes.DimensionUnclear, place, "commodity", $"{one} / {shown}", "#")
            .Asking(
                QuestionKind.Contradiction,
                string.Join(" / ", labels.Select(label => label.Text.Trim())),
                new Commodity?[] { one, other }
                    .OfType<Commodity>()
                    .Select(goods => new AskOption(goods.Code, Why.Said, goods.Code))
            );

    private Commodity? Code(Label label) =>
        CommodityText.OfCode(label.Text)
        ?? CommodityText.Read(label.Text, label.Kind, ClassificationOf(label), texts.Terms(label.Text));

    private string? ClassificationOf(Label label)
    {
        var heading = label.Heading ?? "";
        if (!classifications.TryGetValue(heading, out var named))
        {
            named = Classifications.In(heading) ?? around;
            classifications.Add(heading, named);
        }

        return named;
    }

    /// <summary>The commodity that one label declares: the total, a code, or a name. Digits alone, below a key that names no codes,
    /// may be either.</summary>
    public IEnumerable<Commodity?> Declared(Label label)
    {
        var code = CommodityText.OfClassification(label.Text) ?? CommodityText.OfClassification(label.Heading ?? "");
        if ((code ?? Code(label)) is { } known)
        {
            return [known];
        }

        var numbered = CommodityText.Read(label.Text, LabelKind.Code, ClassificationOf(label), texts.Terms(label.Text));
        return numbered is null ? [CommodityText.Named(label.Text)]
            : texts.Terms(label.Heading ?? "").Any(term => term is { Kind: TermKind.Dimension, Code: "commodity-code" })
                ? [numbered]
            : [numbered, CommodityText.Named(label.Text)];
    }
}
