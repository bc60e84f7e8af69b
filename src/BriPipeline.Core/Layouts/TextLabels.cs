using System.Globalization;
using System.Text.RegularExpressions;
using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>The labels that one text gives: a header or a heading may speak of several dimensions at once.</summary>
internal static class TextLabels
{
    public static IEnumerable<Label> Of(Sheet sheet, CellAddress place, Reach reach, CellEvidence evidence)
    {
        var cell = sheet[place.Row, place.Column];
        return cell.Kind == CellKind.Date
            ? [new(Dimension.Period, LabelKind.Words, DateText(cell), reach, place)]
            : Parts(evidence.TextOf(cell))
                .SelectMany(text =>
                    SeriesName.Of(text, evidence) is { } series && reach == Reach.Column
                        ? series.Labels(reach, place)
                        : Of(text, reach, place, evidence)
                );
    }

    /// <summary>"Exports ; China ;" says two things.</summary>
    private static string[] Parts(string text) =>
        text.Split([" | ", ";"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static bool ShowsDay(Cell cell) =>
        cell.Kind == CellKind.Date && cell.NumberFormat?.Contains('d', StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>What a date stands for as its format shows it: a year, a month (the first or last day of one), or a day.</summary>
    public static string DateText(Cell cell)
    {
        var format = (cell.NumberFormat ?? "").ToLowerInvariant();
        var showsDay = ShowsDay(cell);
        var showsMonth = showsDay || format.Contains('m', StringComparison.Ordinal) || format.Length == 0;
        var date = cell.Date;
        var isMonth = !showsDay || date.Day == 1 || date.Day == DateTime.DaysInMonth(date.Year, date.Month);
        return date.ToString(
            !showsMonth ? "yyyy"
                : isMonth ? "yyyy-MM"
                : "yyyy-MM-dd",
            CultureInfo.InvariantCulture
        );
    }

    public static IEnumerable<Label> Of(string text, Reach reach, CellAddress? address, CellEvidence evidence)
    {
        var found = evidence.Of(text);
        var inside = reach <= Reach.Block;
        if (found.Has(TermKind.Flow))
        {
            yield return new(Dimension.Flow, LabelKind.Words, text, reach, address);
        }

        // In names of sheets and files "mn", "rs" or "lei" may be anything.
        if (
            (reach is Reach.SheetName or Reach.FileName ? NamesUnitPlainly(text, found) : found.Has(TermKind.Unit))
            || (reach <= Reach.Caption && (found.Has(TermKind.Multiplier) || NumberText.IsPowerOfTen(text)))
        )
        {
            yield return new(Dimension.Unit, LabelKind.Words, text, reach, address);
        }

        if (found.Has(TermKind.Variant))
        {
            yield return new(Dimension.Variant, LabelKind.Words, text, reach, address);
        }

        if (found.Periods.Count > 0 || ReadText.Of(text).Periods.Count > 0)
        {
            yield return new(Dimension.Period, LabelKind.Words, text, reach, address);
        }

        foreach (var side in inside && found.Areas.Count == 0 && found.Has(TermKind.Flow) ? SidesIn(text) : [])
        {
            yield return new(side.Dimension, LabelKind.Words, side.Name, reach, address);
        }

        // Inside a table a text names an area only as a whole; outside it may mention one.
        if (
            inside
                ? found.Areas.Count > 0
                    || found.IsRestOfGroup
                    || (reach == Reach.Block && PartnerLimits.IsName(found.Said))
                : ReadText.Of(text).Areas.Count > 0
        )
        {
            yield return new(Dimension.Partner, LabelKind.Words, text, reach, address);
        }
    }

    /// <summary>Whether the units that a name has are codes, or words of more than three letters.</summary>
    private static bool NamesUnitPlainly(string text, TextEvidence found)
    {
        var units = found.Terms.Where(term => term.Kind == TermKind.Unit).ToList();
        return units.Count > 0
            && units.TrueForAll(term =>
                term.Length > 3
                || text.AsSpan(term.Start, term.Length).Equals(term.Code, StringComparison.OrdinalIgnoreCase)
            );
    }

    /// <summary>"Kazakhstan's exports to India": whose trade it is, and with whom. Without such words the area before the flow is whose
    /// trade it is, "China imports", and the one behind it with whom: "Exports EU".</summary>
    private static IEnumerable<(Dimension Dimension, string Name)> SidesIn(string text)
    {
        var read = ReadText.Of(text);
        var flow = read.Terms.First(term => term.Kind == TermKind.Flow).Start;
        foreach (var (_, start, length) in read.Areas)
        {
            var name = text.Substring(start, length);
            if (ConnectingWords.PartnerFollows(text, start))
            {
                yield return (Dimension.Partner, name);
            }
            else if (Possessive.Value.Match(name) is { Success: true } own)
            {
                yield return (Dimension.Reporter, name[..own.Index]);
            }
            else
            {
                var isOwner =
                    start < flow
                    || Possessive.Value.IsMatch(text[(start + length)..])
                    || ConnectingWords.OwnerEnds(text[..start]);
                yield return (isOwner ? Dimension.Reporter : Dimension.Partner, name);
            }
        }
    }

    private static readonly Lazy<Regex> Possessive = WordPattern.Lazy(() =>
        $"['’](?:{WordPattern.EndingOf(Vocabulary.Phrases("endings", "possessive"))})"
    );
}
