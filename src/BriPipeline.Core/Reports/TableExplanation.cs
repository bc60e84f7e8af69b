using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Observations.Labels;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Reports;

/// <summary>Describes a table by what its figures were read as, so that the description cannot say anything else than
/// what is stored.</summary>
internal sealed class TableExplanation
{
    private const int MaxReasons = 5;

    private readonly TableLayout layout;
    private readonly SourceProfile profile;
    private readonly LabelTexts texts;
    private readonly SortedDictionary<int, ColumnSaying> columns = [];
    private readonly Dictionary<int, LabelledCell> examples = [];
    private readonly HashSet<CellAddress> read = [];

    /// <param name="drawnRows">Figures beyond this row are counted and not remembered.</param>
    /// <param name="kept">What became of the figures where not all were kept as they were read; else null.</param>
    public TableExplanation(
        TableNormaliser table,
        SourceProfile profile,
        int drawnRows,
        IReadOnlyDictionary<Provenance, ObservationKey>? kept
    )
    {
        layout = table.Layout;
        this.profile = profile;
        texts = new(profile);
        var tally = new FindingTally();
        foreach (var figure in table.Figures(tally))
        {
            var place = figure.Cell.Address;
            var key = figure.Key;
            if (kept is not null && !kept.TryGetValue(table.ProvenanceOf(figure.Cell), out key))
            {
                continue;
            }

            if (!columns.TryGetValue(place.Column, out var column))
            {
                columns.Add(place.Column, column = new());
                examples.Add(place.Column, figure.Cell);
            }

            column.Add(key, figure.Multiplier);
            if (place.Row <= drawnRows)
            {
                read.Add(place);
            }
        }

        Report = ToReport([
            .. tally
                .ToList()
                .Where(finding => finding.Code.Severity == Severity.RejectCell)
                .Select(finding => finding.Message)
                .Distinct(StringComparer.Ordinal)
                .Take(MaxReasons),
        ]);
        Columns = layout
            .Columns.Zip(Report.Columns)
            .ToDictionary(column => column.First.Column, column => column.Second);
    }

    public TableLayout Layout => layout;

    public TableReport Report { get; }

    /// <summary>By grid position.</summary>
    public IReadOnlyDictionary<int, ColumnReport> Columns { get; }

    /// <summary>Whether the figure at a drawn place was read with certainty.</summary>
    public bool IsRead(CellAddress place) => read.Contains(place);

    private TableReport ToReport(IReadOnlyList<string> refusals)
    {
        var common = Enumerable.Range(0, ColumnSaying.Dimensions.Length).Select(Common).ToArray();
        return new(
            layout.HeaderRows,
            layout.FirstBodyRow,
            layout.LastBodyRow,
            columns.Values.Sum(column => column.Count),
            refusals,
            [.. layout.Columns.Select(column => Column(column, common))],
            examples.Count == 0 ? [] : Said(examples[columns.First().Key], dimension => common[dimension]),
            [
                .. layout
                    .TableContext.DistinctBy(label => (label.Dimension, label.Text))
                    .Select(label => new SurroundingReport(
                        label.Dimension == Dimension.Partner ? "area" : Name(label.Dimension),
                        PlaceOf(label),
                        label.Text.Trim()
                    )),
            ]
        );
    }

    /// <summary>What all columns say alike.</summary>
    private string? Common(int dimension)
    {
        var values = columns.Values.Select(column => column[dimension]).Distinct(StringComparer.Ordinal).ToList();
        return values.Count == 1 ? values[0] : null;
    }

    private ColumnReport Column(ColumnRole role, string?[] common)
    {
        var saying = columns.TryGetValue(role.Column, out var found) ? found : null;
        return new(
            CellAddress.ColumnLetters(role.Column),
            char.ToLowerInvariant(role.Use.ToString()[0]) + role.Use.ToString()[1..],
            role.Dimension is { } dimension ? Name(dimension) : null,
            role.Use == ColumnUse.Label ? role.Kind.ToString().ToLowerInvariant() : null,
            role.Heading,
            saying?.Count ?? 0,
            saying is null ? [] : Said(examples[role.Column], at => common[at] is null ? saying[at] : null),
            role.Reason.Length == 0 ? null : role.Reason,
            role.Rule.Length == 0 ? null : role.Rule
        );
    }

    private SaidReport[] Said(LabelledCell example, Func<int, string?> value) =>
        [
            .. ColumnSaying
                .Dimensions.Index()
                .Select(dimension => (Name: dimension.Item, Value: value(dimension.Index)))
                .Where(said => said.Value is not null)
                .Select(said => new SaidReport(said.Name, said.Value!, PlaceOf(said.Name, said.Value!, example))),
        ];

    /// <summary>Where a dimension is said: by the labels of the figure, else by the nearest text outside that names the
    /// value, else by the profile.</summary>
    private string PlaceOf(string name, string value, LabelledCell example)
    {
        var dimension = name switch
        {
            "multiplier" => Dimension.Unit,
            _ => Enum.Parse<Dimension>(name, ignoreCase: true),
        };
        var own = example
            .RowLabels.Concat(example.ColumnLabels)
            .FirstOrDefault(label =>
                label.Dimension == dimension && (name != "multiplier" || Names(label, name, value))
            );
        var outside = dimension == Dimension.Reporter ? Dimension.Partner : dimension;
        var label =
            own ?? layout.TableContext.FirstOrDefault(label => label.Dimension == outside && Names(label, name, value));
        return label is null ? (IsOfProfile(name) ? "the profile" : "") : PlaceOf(label);
    }

    private bool Names(Label label, string name, string value) =>
        name switch
        {
            "unit" => texts.Units(label.Text).Any(unit => unit.Unit?.Code == value),
            "multiplier" => texts
                .Units(label.Text)
                .Any(unit => unit.Power?.ToString(System.Globalization.CultureInfo.InvariantCulture) == value),
            "flow" => texts.Terms(label.Text).Any(term => term.Kind == TermKind.Flow),
            "reporter" or "partner" => ReadText.Of(label.Text).Areas.Any(mention => mention.Area.Code == value),
            _ => true,
        };

    private bool IsOfProfile(string name) =>
        name is not "variant" && profile is not { Reporter: null, Defaults: null, Files: null };

    private string PlaceOf(Label label) =>
        label switch
        {
            { Address: { Row: Label.OwnRow } own } => $"column {CellAddress.ColumnLetters(own.Column)}",
            { Address: { } cell } => layout.Sheet.AddressOf(cell.Row, cell.Column).ToString(),
            { Reach: Reach.SheetName } => "the sheet's name",
            { Reach: Reach.OtherSheet } => "another sheet",
            { Reach: Reach.FileName } => "the file's name",
            _ => "the profile",
        };

    private static string Name(Dimension dimension) => dimension.ToString().ToLowerInvariant();
}
