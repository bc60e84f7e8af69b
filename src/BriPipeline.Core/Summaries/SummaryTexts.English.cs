using BriPipeline.Core.Observations;

namespace BriPipeline.Core.Summaries;

public sealed partial record SummaryTexts
{
    public static SummaryTexts English { get; } =
        new()
        {
            Language = "en",
            DecimalSeparator = ".",
            GroupSeparator = ",",
            MonthOfYear = "{0} {1}",
            Months =
            [
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            ],
            Title = "{0}: trade in goods, {1}",
            Draft = "Edition {0}. Draft: compiled automatically, not an official release.",
            Source = "All figures come from one source: {0}.",
            SourceOfPublisher = "All figures come from one source: {1} ({0}).",
            Lead = "Turnover in {3} came to {0}, exports to {1}, imports to {2}.",
            Millions = "{0} million {1}",
            AmountWithChange = "{0} ({1} on {2})",
            Surplus = "Exports exceeded imports by {0}.",
            Deficit = "Imports exceeded exports by {0}.",
            KeyFigures = "Key figures",
            KeyFiguresCaption = "Trade with the World, million {0}, current prices; change on {1}",
            Countries = "Partner countries",
            CountriesCaption =
                "Countries by turnover in {1}, million {0}, current prices; share of the World’s turnover; change of turnover on {2}",
            Groups = "Not specified, residual and groups",
            GroupsCaption =
                "Rows of the source that are not countries, {1}, million {0}, current prices; change of turnover on {2}",
            Measure = "Measure",
            Rank = "Rank",
            Partner = "Partner",
            Period = "Period",
            Turnover = "Turnover",
            Exports = "Exports",
            Imports = "Imports",
            Balance = "Balance",
            Share = "Share, %",
            Change = "Change",
            Percent = "{0} %",
            Multiple = "×{0}, {1} %",
            Difference = "{0} million",
            NotAvailable = "..",
            Changes = new Dictionary<ChangeKind, string>
            {
                [ChangeKind.New] = "new",
                [ChangeKind.BothNil] = "nil",
                [ChangeKind.NoBase] = "..",
                [ChangeKind.SmallBase] = "withheld",
                [ChangeKind.Uncertain] = "withheld",
            },
            Statuses = new Dictionary<ObservationStatus, SummaryMark>
            {
                [ObservationStatus.P] = new("p", "provisional"),
                [ObservationStatus.E] = new("e", "estimated"),
                [ObservationStatus.B] = new("b", "break in the series"),
                [ObservationStatus.N] = new("n", "not significant"),
                [ObservationStatus.U] = new("u", "low reliability"),
            },
            Bases = new Dictionary<AmountBasis, SummaryMark>
            {
                [AmountBasis.SumOfMonths] = new("m", "sum of the twelve published months"),
                [AmountBasis.Derived] = new(
                    "d",
                    "derived: exports plus imports, where the source publishes no turnover"
                ),
            },
            Notes = "Notes",
            NotePrices = "Values and changes are nominal: current prices, {0}, nothing converted.",
            NoteValuation = "Valuation as published: exports {0}, imports {1}.",
            NoteConsignment = "Imports are by country of consignment; the source has none by country of origin.",
            NoteBalance = "The balance is exports minus imports, computed from the rows of both.",
            NoteChanges =
                "“New” stands where the figure a year earlier is nil. Changes are withheld where that figure is below {0} million {1}, or where one of the two is estimated or not significant. Of the balance only the difference is given.",
            NoteShares =
                "Shares are of the World’s turnover as printed; rows need not add up to it, and nothing is adjusted.",
            NoteGroups =
                "Groups are the publisher’s own rows. They overlap each other and the countries, and are never added to them.",
            NoteRounding =
                "“0” is nil; “0.0” is an amount that rounds to nil; “..” means that the source gives no figure. Exact values stand in facts.json.",
            NoteMark = "{0} = {1}.",
            Sources = "Sources",
            SourcesLead =
                "Every figure links to the rows behind it. Beside the address of each cell stands its exact value in whole units.",
            SheetCaption = "Workbook {0}, sheet {1}",
            FileCaption = "File {0}",
            VersionCaption = "{0} (version {1})",
        };
}
