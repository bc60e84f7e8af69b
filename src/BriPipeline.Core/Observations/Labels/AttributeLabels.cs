using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations.Labels;

/// <summary>Labels of variants, statuses, frequencies, and of dimensions that the store does not model.</summary>
internal sealed class AttributeLabels(LabelTexts texts)
{
    /// <summary>A series has one variant; where others say which, a blank says nothing.</summary>
    public LabelValues ReadVariant(List<Label> labels)
    {
        var variants = labels
            .Select(label => texts.Variant(label.Text))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return labels.Find(label => string.IsNullOrWhiteSpace(label.Text)) is { } blank ? ReadBlank(blank)
            : variants.Count > 1
                ? LabelValues.Refused(
                    FindingCodes.VariantUnclear,
                    labels[0],
                    labels[0].Heading ?? "",
                    string.Join(" + ", variants),
                    "#"
                )
            : LabelValues.Of(Dimension.Variant, variants.SingleOrDefault());
    }

    /// <summary>Where others of the column say which series they are of, a person may know that a blank is of the plain one.</summary>
    private static LabelValues ReadBlank(Label blank)
    {
        var heading = (blank.Heading ?? "").Trim();
        var refused = LabelValues.Refused(FindingCodes.VariantUnclear, blank, heading, "-", "#");
        return heading.Length == 0
            ? refused
            : refused.Asking(QuestionKind.Limit, heading, new AskOption(Ask.No, Why.Common)).Titled(heading);
    }

    public static LabelValues ReadFrequency(List<Label> labels) =>
        FrequencyText.Read(labels[0].Text) is { } frequency
            ? LabelValues.Of(Dimension.Frequency, frequency)
            : LabelValues.Refused(
                FindingCodes.DimensionUnmodelled,
                labels[0],
                labels[0].Text.Trim(),
                labels[0].Heading ?? "",
                "#"
            );

    public static LabelValues ReadStatus(List<Label> labels)
    {
        StatusReading? all = null;
        Label? missing = null;
        foreach (var label in labels)
        {
            if (StatusText.Read(label.Text, label.Kind) is not { } one)
            {
                var refused = LabelValues.Refused(FindingCodes.StatusUnmodelled, label, label.Text.Trim(), "#");
                return StatusText.IsUnknown(label.Text, label.Kind)
                    ? refused.Asking(QuestionKind.Limit, label.Text, new AskOption(Ask.No, Why.Common))
                    : refused;
            }

            missing ??= one.Missing is null ? null : label;
            all = all?.With(one) ?? one;
        }

        var none = all!.Value.Missing is { } meaning ? new MissingLabel(missing!.Text.Trim(), meaning) : null;
        return LabelValues.Of(Dimension.Status, new FigureStatus(all.Value.Status, none));
    }

    /// <summary>Only the total of a dimension that is not stored may be; "value" beside "status" is no part of anything.</summary>
    public LabelValues ReadUnmodelled(List<Label> labels)
    {
        var limiting = labels.Find(label =>
            texts.Terms(label.Text) is var found
            && !IsWholeReporter(label)
            && !(label.Heading is not null && found is [{ Kind: TermKind.Dimension, Code: "value" }])
            && (
                label.Heading is null
                || !found.Any(term => term.Kind == TermKind.Total)
                || found.Any(term => term.Kind is TermKind.Limit or TermKind.Measure)
            )
        );
        return limiting is null ? new()
            : limiting.Heading is null ? ReadHeading(limiting)
            : LabelValues
                .Refused(FindingCodes.DimensionUnmodelled, limiting, limiting.Text, limiting.Heading ?? "", "#")
                .Asking(
                    QuestionKind.Column,
                    ColumnAnswers.About(limiting.Heading ?? "", limiting.Address?.Column ?? 1),
                    ColumnAnswers.OptionsOf(limiting.Kind)
                );
    }

    /// <summary>A heading above rows that says what the store does not hold, or that nobody knows, which a person may.</summary>
    private LabelValues ReadHeading(Label heading)
    {
        var refused = LabelValues.Refused(FindingCodes.HeadingForbids, heading, heading.Text, "#");
        return texts.Terms(heading.Text).Any(term => term.Kind is TermKind.Limit or TermKind.Measure)
            ? refused
            : refused.Asking(QuestionKind.Limit, heading.Text, new AskOption(Ask.No, Why.Common));
    }

    /// <summary>Among states or provinces the reporter itself is the total.</summary>
    private bool IsWholeReporter(Label label) =>
        label.Heading is { } heading
        && texts.Terms(heading).Any(term => term is { Kind: TermKind.Dimension, Code: "region" })
        && texts.IsReporter(label.Text);
}
