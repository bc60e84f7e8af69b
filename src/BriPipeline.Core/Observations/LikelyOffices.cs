using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Observations.Labels;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Observations;

/// <summary>Offices that may have published a table: whose tables have such headings; of countries that it mentions, or that a long list
/// of partners leaves out, as a country does not trade with itself; or that write in its script.</summary>
internal sealed class LikelyOffices(TableLayout table, LabelTexts texts, string title)
{
    /// <summary>Partners of a list that leaves out few countries.</summary>
    private const int LongList = 20;

    private const int Max = 10;

    /// <summary>The most telling evidence first.</summary>
    private static readonly string[] Order = [Why.Headings, Why.Mentioned];

    /// <param name="around">What is said above the table, in the name of its sheet and of the file.</param>
    public IEnumerable<AskOption> Options(IEnumerable<ReadText> around)
    {
        var mentioned = around
            .SelectMany(text => text.Areas)
            .Select(mention => mention.Area.Code)
            .ToHashSet(StringComparer.Ordinal);
        var partners = Partners();
        var languages = Scripts.LanguagesOf(title);
        var printed = table
            .Captions.Concat(table.Columns.SelectMany(column => column.Heading.Split(" | ")))
            .Select(Folding.Fold)
            .ToHashSet(StringComparer.Ordinal);
        return Gallery
            .Standard.All.Where(office => office.Reporter is not null)
            .Select(office =>
                office.Headings.Count > 0 && office.Headings.All(heading => printed.Contains(Folding.Fold(heading)))
                    ? new AskOption(office.Name, Why.Headings, office.Headings[0])
                : mentioned.Contains(office.Reporter!) ? new(office.Name, Why.Mentioned, title)
                : partners.Count >= LongList && !partners.Contains(office.Reporter!) ? new(office.Name, Why.NoPartner)
                : !partners.Contains(office.Reporter!)
                && office.Languages.Intersect(languages, StringComparer.Ordinal).Any()
                    ? new(office.Name, Why.Language)
                : null
            )
            .OfType<AskOption>()
            .OrderBy(option => Array.IndexOf(Order, option.Why) is >= 0 and var rank ? rank : Order.Length)
            .Take(Max);
    }

    private HashSet<string> Partners() =>
        [
            .. from column in table.Columns
            where column is { Use: ColumnUse.Label, Dimension: Dimension.Partner }
            from row in Enumerable.Range(table.FirstBodyRow, table.LastBodyRow - table.FirstBodyRow + 1)
            let text = table.Sheet[row, column.Column].Raw
            where text.Length > 0
            from area in texts.Areas(text)
            select area.Code,
        ];
}
