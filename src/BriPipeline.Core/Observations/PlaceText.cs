using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Observations.Labels;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Observations;

/// <summary>Contradictions between places, as findings print them: "the title (A1) says USD, the profile EUR".</summary>
internal static class PlaceText
{
    /// <summary>Of figures whose workbook says one thing here and another there.</summary>
    public static Refusal Refuse(FindingCode code, string here, object value, string there, object other) =>
        new(
            code,
            $"{here} {Rivals.Show(value)} {there} {Rivals.Show(other)}",
            null,
            [here, Rivals.Show(value), there, Rivals.Show(other), "#"]
        )
        {
            Ask = new(
                QuestionKind.Contradiction,
                $"{here}: {Rivals.Show(value)}; {there}: {Rivals.Show(other)}",
                [new(Rivals.Code(value), Why.Said, here), new(Rivals.Code(other), Why.Said, there)]
            ),
        };

    public static string Of(Statement statement, Sheet sheet) =>
        statement switch
        {
            { Reach: Reach.SheetName } => "the sheet's name",
            { Reach: Reach.OtherSheet } => "another sheet",
            { Reach: Reach.FileName } => "the file's name",
            { Reach: Reach.Profile } => "the profile",
            { Place: { } cell, Reach: Reach.Note } => $"the note in {sheet.AddressOf(cell.Row, cell.Column)}",
            { Place: { } cell } => sheet.AddressOf(cell.Row, cell.Column).ToString(),
            _ => "the title",
        };
}
