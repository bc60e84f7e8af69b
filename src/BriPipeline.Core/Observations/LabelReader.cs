using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Observations;

/// <summary>Labels to codes. Each distinct text is looked up once; nothing is matched by likeness.</summary>
internal sealed partial class LabelReader(SourceProfile profile)
{
    private readonly LabelReading?[] byDimension = new LabelReading?[Enum.GetValues<Dimension>().Length];
    private readonly Dictionary<(Label, Label?), LabelReading> known = new(new SamePair());
    private readonly Dictionary<List<Label>, LabelReading> knownSets = new(new SameLabels());
    private readonly (Label? First, Label? Second, LabelReading Reading)[] latest = new (Label?, Label?, LabelReading)[
        Enum.GetValues<Dimension>().Length
    ];
    private readonly SourceAreas sourceAreas = new(profile);
    private readonly Dictionary<string, IReadOnlyList<Area>> areas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Term>> terms = new(StringComparer.Ordinal);
    private readonly Dictionary<(LabelKind, string), IReadOnlyList<PeriodPart>> periods = new();

    private int advised;

    /// <summary>What the labels of a row, or of a column, say together.</summary>
    public LabelReading Read(IReadOnlyList<Label> labels)
    {
        Array.Clear(byDimension);
        var says = 0;
        for (var i = 0; i < labels.Count; i++)
        {
            var dimension = (int)labels[i].Dimension;
            says |= 1 << dimension;
            byDimension[dimension] ??= ReadDimension(labels, i);
        }

        Refusal? refusal = null;
        foreach (var part in byDimension)
        {
            refusal ??= part?.Refusal;
        }

        return new()
        {
            Reporter = byDimension[(int)Dimension.Reporter]?.Reporter,
            Partner = byDimension[(int)Dimension.Partner]?.Partner,
            PartnerLabel = byDimension[(int)Dimension.Partner]?.PartnerLabel,
            Flow = byDimension[(int)Dimension.Flow]?.Flow,
            Unit = byDimension[(int)Dimension.Unit]?.Unit,
            Multiplier = byDimension[(int)Dimension.Unit]?.Multiplier,
            Commodity = byDimension[(int)Dimension.Commodity]?.Commodity,
            CommodityLabel = byDimension[(int)Dimension.Commodity]?.CommodityLabel,
            Period = byDimension[(int)Dimension.Period]?.Period,
            Frequency = byDimension[(int)Dimension.Frequency]?.Frequency,
            Status = byDimension[(int)Dimension.Status]?.Status ?? byDimension[(int)Dimension.Period]?.Status,
            Missing = byDimension[(int)Dimension.Status]?.Missing,
            Variant = byDimension[(int)Dimension.Variant]?.Variant ?? byDimension[(int)Dimension.Partner]?.Variant,
            Valuation = byDimension[(int)Dimension.Flow]?.Valuation ?? byDimension[(int)Dimension.Unit]?.Valuation,
            Refusal = refusal,
            Says = says,
        };
    }

    public IReadOnlyList<Term> Terms(string text)
    {
        if (!terms.TryGetValue(text, out var found))
        {
            found = Lexicon.Read(text);
            terms.Add(text, found);
        }

        return found;
    }

    /// <summary>The flows that a text names; of a general one and its special kind only the special one.</summary>
    public IReadOnlyList<TradeFlow> Flows(string text)
    {
        var flows = Terms(text)
            .Where(term => term.Kind == TermKind.Flow)
            .Select(term => Enum.Parse<TradeFlow>(term.Code))
            .Distinct()
            .ToList();
        if (flows.Exists(flow => flow is TradeFlow.DX or TradeFlow.RX))
        {
            flows.Remove(TradeFlow.X);
        }

        if (flows.Exists(flow => flow is TradeFlow.MC or TradeFlow.RM))
        {
            flows.Remove(TradeFlow.M);
        }

        return flows;
    }

    /// <summary>The units that a text names, each with its multiplier where the text says one.</summary>
    public (IReadOnlyList<Unit> Units, IReadOnlyList<int> Multipliers) Units(string text)
    {
        var found = Terms(text);
        var units = found
            .Where(term => term.Kind == TermKind.Unit)
            .Select(term => new Unit(term.Code))
            .Distinct()
            .ToList();
        // A unit such as the tonne brings a power of ten of its own, which counts on top of the words beside it.
        var own = found
            .Where(term =>
                term.Kind == TermKind.Multiplier
                && found.Any(unit => unit.Kind == TermKind.Unit && unit.Start == term.Start)
            )
            .Select(term => Power(term))
            .Distinct()
            .ToList();
        var beside = found
            .Where(term =>
                term.Kind == TermKind.Multiplier
                && !found.Any(unit => unit.Kind == TermKind.Unit && unit.Start == term.Start)
            )
            .Select(term => Power(term))
            .Concat(units.Count == 0 && !NumberText.IsPowerOfTen(text) ? [] : Numerals(text, found))
            .Distinct()
            .ToList();
        return own.Count switch
        {
            0 => (units, beside),
            1 => (units, beside.Count == 0 ? own : beside.ConvertAll(power => power + own[0])),
            _ => (units, own),
        };
    }

    /// <summary>The variant that a text names; null for the plain one.</summary>
    public string? Variant(string text) =>
        Terms(text).FirstOrDefault(term => term.Kind == TermKind.Variant).Code
            is { } code
                and not ("NSA" or "ST" or "GT")
            ? code
            : null;

    public IReadOnlyList<PeriodPart> Periods(LabelKind kind, string text)
    {
        if (!periods.TryGetValue((kind, text), out var found))
        {
            found = FindPeriods(kind, text);
            periods.Add((kind, text), found);
        }

        return found;
    }

    /// <summary>Powers of ten in digits beside a unit: "EUR 1000", "in 1,000,000 USD", "Rs. 000".</summary>
    private static IEnumerable<int> Numerals(string text, IReadOnlyList<Term> known) =>
        PowerInDigits()
            .Matches(text)
            .Where(match => !known.Any(term => term.Start <= match.Index && match.Index < term.Start + term.Length))
            .Select(match => match.Value.Count(c => c == '0'));

    [GeneratedRegex(@"(?<![\d.,])1?(?:[ .,\u00a0]?000)+(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex PowerInDigits();

    /// <summary>Powers of ten from a column of their own: "6", "Millions", "Units".</summary>
    private IReadOnlyList<int> Powers(string text)
    {
        var powers = Units(text).Multipliers.ToList();
        var digits = new string([.. text.Trim().TakeWhile(char.IsAsciiDigit)]);
        if (int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var power))
        {
            powers.Add(power);
        }
        else if (Terms(text).Any(term => term is { Kind: TermKind.Dimension, Code: "unit" }))
        {
            powers.Add(0);
        }

        return powers.TrueForAll(one => one is >= 0 and <= 12) && Lexicon.Rest(text).Count == 0
            ? [.. powers.Distinct()]
            : [];
    }

    /// <summary>The commodity that a label declares: the total, a code, or a name.</summary>
    public Commodity? Commodity(Label label) =>
        CommodityText.Read(label.Text, label.Kind, label.Heading, Terms(label.Text)) ?? CommodityText.Named(label.Text);

    private static int Power(Term term) => int.Parse(term.Code, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The labels of the dimension of the first one, read once for each set of them.</summary>
    private LabelReading ReadDimension(IReadOnlyList<Label> labels, int first)
    {
        // Most dimensions of a row have one label, or a name and a code; rows with equal cells have the very same labels.
        var label = labels[first];
        Label? second = null;
        List<Label>? more = null;
        for (var i = first + 1; i < labels.Count; i++)
        {
            if (labels[i].Dimension != label.Dimension)
            {
                continue;
            }

            if (second is null)
            {
                second = labels[i];
            }
            else
            {
                (more ??= [label, second]).Add(labels[i]);
            }
        }

        if (more is not null)
        {
            if (!knownSets.TryGetValue(more, out var reading))
            {
                reading = ReadDimension(more);
                knownSets.Add(more, reading);
            }

            return reading;
        }

        ref var last = ref latest[(int)label.Dimension];
        if (!ReferenceEquals(last.First, label) || !ReferenceEquals(last.Second, second))
        {
            if (!known.TryGetValue((label, second), out var reading))
            {
                reading = ReadDimension(second is null ? [label] : [label, second]);
                known.Add((label, second), reading);
            }

            last = (label, second, reading);
        }

        return last.Reading;
    }

    private LabelReading ReadDimension(List<Label> own) =>
        own.Find(IsLimited) is { } limited
            ? Refuse(FindingCodes.DimensionUnmodelled, limited, limited.Text.Trim(), limited.Heading ?? "", "#")
            : own[0].Dimension switch
            {
                Dimension.Reporter or Dimension.Partner => ReadArea(own[0].Dimension, own),
                Dimension.Flow => ReadFlow(own),
                Dimension.Unit => ReadUnit(own),
                Dimension.Commodity => ReadCommodity(own),
                Dimension.Period => ReadPeriod(own),
                Dimension.Variant => ReadVariant(own),
                Dimension.Status => ReadStatus(own),
                Dimension.Frequency => ReadFrequency(own[0]),
                _ => ReadUnmodelled(own),
            };

    /// <summary>Whether a label in the figure's row has words that limit or change what is counted. Names of commodities
    /// are such words; a name of an area that is known as a whole is none.</summary>
    private bool IsLimited(Label label) =>
        label.Address?.Row == Label.OwnRow
        && label.Dimension is not (Dimension.Commodity or Dimension.Unmodelled or Dimension.Flow)
        && Terms(label.Text)
            .Any(term => term.Kind == TermKind.Limit || term is { Kind: TermKind.Measure, Code: not "cumulative" })
        && !(label.Dimension is Dimension.Partner or Dimension.Reporter && Areas(label.Text).Count > 0);

    /// <summary>Names like one that is in no list, of the first of such labels only.</summary>
    private string Similar(string text)
    {
        const int MaxNames = 3;
        const int MaxLabels = 100;
        if (advised++ >= MaxLabels)
        {
            return "none";
        }

        var names = AreaCodeList
            .Standard.FindIn(text)
            .Select(mention => mention.Area)
            .Concat(AreaCodeList.Standard.Closest(text.Trim(), MaxNames))
            .Distinct()
            .Take(MaxNames)
            .Select(area => $"{AreaCodeList.Standard.NameOf(area, "en")} ({area})")
            .ToList();
        return names.Count == 0 ? "none" : string.Join(", ", names);
    }

    private static LabelReading Refuse(FindingCode code, Label label, params string[] arguments) =>
        new() { Refusal = new(code, label.Text, label.Address, arguments) };

    public IReadOnlyList<Area> Areas(string text)
    {
        if (!areas.TryGetValue(text, out var found))
        {
            found = sourceAreas.Find(text);
            areas.Add(text, found);
        }

        return found;
    }

    /// <summary>Names in several languages and codes of one row must all be able to mean the same area.</summary>
    private LabelReading ReadArea(Dimension dimension, List<Label> labels)
    {
        IReadOnlyList<Area>? common = null;
        var names = labels.FindAll(label => label.Kind == LabelKind.Words);
        foreach (var label in labels)
        {
            var found = label.Kind == LabelKind.Code ? FindCode(label.Text) : Areas(label.Text);
            if (found.Count == 0)
            {
                continue;
            }

            var both = common is null ? found : [.. common.Intersect(found)];
            if (both.Count == 0)
            {
                return Refuse(
                    FindingCodes.AreaLabelsDisagree,
                    label,
                    string.Join(" / ", labels.Select(other => other.Text.Trim())),
                    "#"
                );
            }

            common = both;
        }

        var name = names.Count > 0 ? names[0] : labels[0];
        if (common is null)
        {
            return Refuse(
                FindingCodes.AreaUnknown,
                name,
                name.Text.Trim(),
                "#",
                FindingTally.Largest,
                Similar(name.Text)
            );
        }

        if (common.Count > 1)
        {
            return Refuse(FindingCodes.AreaUnclear, name, name.Text.Trim(), string.Join(", ", common), "#");
        }

        // A name that is not known itself but mentions another area is not outvoted by its neighbours.
        var area = common[0];
        var other = names.Find(label =>
            Areas(label.Text).Count == 0
            && AreaCodeList.Standard.FindIn(label.Text) is { Count: > 0 } mentioned
            && mentioned.All(mention => mention.Area != area)
        );
        if (other is not null)
        {
            return Refuse(
                FindingCodes.AreaUnknown,
                other,
                other.Text.Trim(),
                "#",
                FindingTally.Largest,
                Similar(other.Text)
            );
        }

        return dimension == Dimension.Reporter
            ? new() { Reporter = area }
            : new()
            {
                Partner = area,
                PartnerLabel = name.Text.Trim(),
                Variant = Variant(names),
            };
    }

    private static IReadOnlyList<Area> FindCode(string text)
    {
        var code = text.Trim();
        var scheme =
            code.Length > 0 && code.All(char.IsAsciiDigit) ? AreaCodeScheme.Numeric
            : code.Length == 2 ? AreaCodeScheme.Alpha2
            : AreaCodeScheme.Alpha3;
        return AreaCodeList.Standard.FindCode(scheme, code) is { } area ? [area] : [];
    }

    private LabelReading ReadFlow(List<Label> labels)
    {
        // Over a column such words were seen before; here they stand in rows.
        var other = labels.Find(label =>
            label.Kind != LabelKind.Code && label.Address?.Row == Label.OwnRow && SaysMoreThanFlow(label.Text)
        );
        if (other is not null)
        {
            return Refuse(FindingCodes.FlowUnknown, other, other.Text.Trim(), "#");
        }

        var flows = labels
            .SelectMany(label =>
                label.Kind == LabelKind.Code && FlowText.OfCode(label.Text) is { } flow ? [flow] : Flows(label.Text)
            )
            .Distinct()
            .ToList();
        flows = Narrow(flows, TradeFlow.X, TradeFlow.DX, TradeFlow.RX);
        flows = Narrow(flows, TradeFlow.M, TradeFlow.MC, TradeFlow.RM);
        var valuation = labels
            .SelectMany(label => Terms(label.Text))
            .FirstOrDefault(term => term.Kind == TermKind.Valuation)
            .Code;
        return flows.Count switch
        {
            0 => Refuse(FindingCodes.FlowUnknown, labels[0], labels[0].Text, "#"),
            1 => new() { Flow = flows[0], Valuation = valuation },
            _ => Refuse(FindingCodes.DimensionUnclear, labels[^1], "flow", string.Join(" / ", flows), "#"),
        };
    }

    /// <summary>"Share of exports", "exports of services", "exports of carrots".</summary>
    private bool SaysMoreThanFlow(string text) =>
        Terms(text)
            .Any(term => term.Kind == TermKind.Limit || term is { Kind: TermKind.Measure, Code: not "cumulative" })
        || Lexicon.Unexplained(text).Count > 0;

    private static List<TradeFlow> Narrow(List<TradeFlow> flows, TradeFlow general, params TradeFlow[] special) =>
        flows.Exists(flow => special.Contains(flow)) ? flows.FindAll(flow => flow != general) : flows;

    private LabelReading ReadUnit(List<Label> labels)
    {
        var units = new HashSet<Unit>();
        var multipliers = new HashSet<int>();
        string? valuation = null;
        foreach (var label in labels)
        {
            var (own, powers) = label.Kind == LabelKind.Multiplier ? ([], Powers(label.Text)) : Units(label.Text);
            units.UnionWith(own);
            multipliers.UnionWith(powers);
            if (label.Kind == LabelKind.Multiplier && powers.Count == 0)
            {
                return Refuse(FindingCodes.UnitUnknown, label, label.Text, "#");
            }

            valuation ??= Terms(label.Text).FirstOrDefault(term => term.Kind == TermKind.Valuation).Code;
        }

        if (units.Count > 1 || multipliers.Count > 1)
        {
            var readings = units.Select(unit => unit.Code).Concat(multipliers.Select(power => $"10^{power}"));
            return Refuse(FindingCodes.DimensionUnclear, labels[^1], "unit", string.Join(" / ", readings), "#");
        }

        var odd = labels.Find(label => label.Address?.Row == Label.OwnRow && Lexicon.Unexplained(label.Text).Count > 0);
        if (odd is not null)
        {
            return Refuse(FindingCodes.UnitUnknown, odd, odd.Text, "#");
        }

        // "Dollars" alone is any dollar.
        if (
            units.Count + multipliers.Count == 0
            && labels.TrueForAll(label =>
                Terms(label.Text) is { Count: > 0 } terms && terms.All(term => term.Kind == TermKind.Filler)
            )
        )
        {
            return new();
        }

        if (units.Count + multipliers.Count == 0)
        {
            return Refuse(FindingCodes.UnitUnknown, labels[0], labels[0].Text, "#");
        }

        return new()
        {
            Unit = units.Count == 1 ? units.Single() : null,
            Multiplier = multipliers.Count == 1 ? multipliers.Single() : null,
            Valuation = valuation,
        };
    }

    private LabelReading ReadCommodity(List<Label> labels)
    {
        Commodity? found = null;
        string? words = null;
        foreach (var label in labels)
        {
            var commodity = CommodityText.Read(label.Text, label.Kind, label.Heading, Terms(label.Text));
            if (commodity is null)
            {
                words ??= label.Text;
            }
            else if (found is not null && found != commodity)
            {
                return Refuse(FindingCodes.DimensionUnclear, label, "commodity", $"{found} / {commodity}", "#");
            }
            else
            {
                found = commodity;
            }
        }

        // A code of the total beside the name of a part.
        if (found == Trade.Commodity.Total && !string.IsNullOrWhiteSpace(words))
        {
            return Refuse(FindingCodes.DimensionUnclear, labels[0], "commodity", $"{found} / {words}", "#");
        }

        found ??= labels.TrueForAll(label => label.Kind == LabelKind.Words)
            ? CommodityText.Named(labels[0].Text)
            : null;
        return found is null
            ? Refuse(FindingCodes.CommodityUnknown, labels[0], labels[0].Text, "#")
            : new() { Commodity = found, CommodityLabel = (words ?? labels[0].Text).Trim() };
    }

    /// <summary>"2023 (p)", "2023e", "2023 год (оценка)", or what a footnote says of it.</summary>
    private ObservationStatus? StatusOf(List<Label> labels) =>
        labels.Exists(label => EndsInLetter().Match(label.Text) is { Success: true } mark && mark.Value is "e" or "E")
        || labels.Exists(label => Terms(label.Text).Any(term => term is { Kind: TermKind.Filler, Code: "estimated" }))
            ? ObservationStatus.E
        : labels.Exists(label => EndsInLetter().IsMatch(label.Text))
        || labels.Exists(label => Terms(label.Text).Any(term => term is { Kind: TermKind.Filler, Code: "provisional" }))
            ? ObservationStatus.P
        : null;

    [GeneratedRegex(@"(?<=\d\s*\(?)[pPeEпП](?=\)?\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex EndsInLetter();

    private LabelReading ReadPeriod(List<Label> labels)
    {
        PeriodPart? whole = null;
        foreach (var label in labels)
        {
            var parts = Periods(label.Kind, label.Text);
            if (parts.Count == 0 || SaysMore(label))
            {
                return Refuse(FindingCodes.PeriodUnknown, label, label.Text, "#");
            }

            if (parts.Count > 1)
            {
                return Refuse(FindingCodes.DimensionUnclear, label, "period", $"\"{label.Text}\" ({parts.Count})", "#");
            }

            var both = whole is { } part ? PeriodComposition.Combine(part, parts[0]) : parts[0];
            if (both is null)
            {
                return Refuse(
                    FindingCodes.DimensionUnclear,
                    label,
                    "period",
                    string.Join(" / ", labels.Select(other => other.Text)),
                    "#"
                );
            }

            whole = both;
        }

        return new() { Period = whole, Status = StatusOf(labels) };
    }

    /// <summary>Whether a label holds more than the period found in it, which may make another of it: "2023 Janury",
    /// "2023-13". Unknown words over columns are found where headings are read.</summary>
    private static bool SaysMore(Label label)
    {
        var isInRow = label.Address?.Row == Label.OwnRow;
        return label.Rank == EvidenceRank.Header
            && PeriodText.Read(label.Text).Count == 0
            && (
                PeriodText.LeavesNumber(label.Text, isInRow)
                || (
                    isInRow
                    && Lexicon
                        .Rest(label.Text)
                        .Any(rest => rest is not ['r' or 'R'] && !EndsInLetter().IsMatch($"0{rest}"))
                )
            );
    }

    private static IReadOnlyList<PeriodPart> FindPeriods(LabelKind kind, string text)
    {
        var isNumber = int.TryParse(
            text,
            System.Globalization.NumberStyles.Integer,
            System.Globalization.CultureInfo.InvariantCulture,
            out var number
        );
        return kind switch
        {
            LabelKind.Year when isNumber && number is >= 1900 and <= 2100 =>
            [
                new(number, null, null, null, null, null, 0, text.Length),
            ],
            LabelKind.Month when isNumber && number is >= 1 and <= 12 =>
            [
                new(null, number, number, null, null, null, 0, text.Length),
            ],
            LabelKind.Quarter when isNumber && number is >= 1 and <= 4 =>
            [
                new(null, null, null, number, null, null, 0, text.Length),
            ],
            LabelKind.YearMonth when PeriodText.Read(text).Where(PeriodText.IsMonth).ToList() is [var month] => [month],
            _ => PeriodText.Read(text) is { Count: > 0 } read ? read : Distinct(PeriodText.FindIn(text)),
        };
    }

    /// <summary>Mentions that say the same are one.</summary>
    private static List<PeriodPart> Distinct(IReadOnlyList<PeriodPart> parts) =>
        [.. parts.Select(part => part with { Start = 0, Length = 0 }).Distinct()];

    /// <summary>A series has one variant; where others say which, a blank says nothing.</summary>
    private LabelReading ReadVariant(List<Label> labels)
    {
        var variants = labels.Select(label => Variant(label.Text)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return labels.Find(label => string.IsNullOrWhiteSpace(label.Text)) is { } blank
                ? Refuse(FindingCodes.VariantUnclear, blank, blank.Heading ?? "", "-", "#")
            : variants.Count > 1
                ? Refuse(
                    FindingCodes.VariantUnclear,
                    labels[0],
                    labels[0].Heading ?? "",
                    string.Join(" + ", variants),
                    "#"
                )
            : new() { Variant = variants.SingleOrDefault() };
    }

    private static LabelReading ReadFrequency(Label label) =>
        FrequencyText.Read(label.Text) is { } frequency
            ? new() { Frequency = frequency }
            : Refuse(FindingCodes.DimensionUnmodelled, label, label.Text.Trim(), label.Heading ?? "", "#");

    private static LabelReading ReadStatus(List<Label> labels)
    {
        StatusReading? all = null;
        Label? missing = null;
        foreach (var label in labels)
        {
            if (StatusText.Read(label.Text, label.Kind) is not { } one)
            {
                return Refuse(FindingCodes.StatusUnmodelled, label, label.Text.Trim(), "#");
            }

            missing ??= one.Missing is null ? null : label;
            all = all?.With(one) ?? one;
        }

        return new()
        {
            Status = all!.Value.Status,
            Missing = all.Value.Missing is { } meaning ? new(missing!.Text.Trim(), meaning) : null,
        };
    }

    private string? Variant(List<Label> labels) =>
        labels.Select(label => Variant(label.Text)).FirstOrDefault(variant => variant is not null);

    /// <summary>Only the total of a dimension that is not stored may be; "value" beside "status" is no part of anything.</summary>
    private LabelReading ReadUnmodelled(List<Label> labels)
    {
        var limiting = labels.Find(label =>
            Terms(label.Text) is var found
            && !(label.Heading is not null && found is [{ Kind: TermKind.Dimension, Code: "value" }])
            && (
                label.Heading is null
                || !found.Any(term => term.Kind == TermKind.Total)
                || found.Any(term => term.Kind is TermKind.Limit or TermKind.Measure)
            )
        );
        return limiting is null ? new()
            : limiting.Heading is null ? Refuse(FindingCodes.HeadingForbids, limiting, limiting.Text, "#")
            : Refuse(FindingCodes.DimensionUnmodelled, limiting, limiting.Text, limiting.Heading ?? "", "#");
    }

    /// <summary>Lists of the very same labels.</summary>
    private sealed class SameLabels : IEqualityComparer<List<Label>>
    {
        public bool Equals(List<Label>? x, List<Label>? y) => x!.SequenceEqual(y!, ReferenceEqualityComparer.Instance);

        public int GetHashCode(List<Label> labels)
        {
            var hash = 0;
            foreach (var label in labels)
            {
                hash = HashCode.Combine(hash, RuntimeHelpers.GetHashCode(label));
            }

            return hash;
        }
    }

    /// <summary>The very same label, or the very same two.</summary>
    private sealed class SamePair : IEqualityComparer<(Label First, Label? Second)>
    {
        public bool Equals((Label First, Label? Second) x, (Label First, Label? Second) y) =>
            ReferenceEquals(x.First, y.First) && ReferenceEquals(x.Second, y.Second);

        public int GetHashCode((Label First, Label? Second) pair) =>
            (RuntimeHelpers.GetHashCode(pair.First) * 31) + RuntimeHelpers.GetHashCode(pair.Second);
    }
}
