using BriPipeline.Core.Language;
using BriPipeline.Web.Access;
using BriPipeline.Web.Rows;
using Microsoft.AspNetCore.Http;

namespace BriPipeline.Web.Api;

/// <summary>The addresses for programs, version 1. A change that could break a caller gets version 2.</summary>
internal static class ApiEndpoints
{
    internal const string OpenApiAddress = "/api/v1/openapi.json";

    private const string Questions = "/api/v1/questions/{source}/{**path}";

    private static readonly IReadOnlyList<ApiParameter> OfUploads =
    [
        Parameters.Source,
        Parameters.State,
        Parameters.Limit,
        Parameters.FormatName,
        Parameters.Complete,
    ];

    internal static IReadOnlyList<Address> Table { get; } =
    [
        Get(
            "/observations",
            FigureHandlers.ObservationsAsync,
            "Figures by reporter, partner, flow, commodity, unit, source and period, as they are or were known",
            [
                .. FigureHandlers.SeriesParameters,
                Parameters.From,
                Parameters.To,
                Parameters.AsOf,
                Parameters.ChangedSince,
                .. FigureHandlers.PageParameters,
            ],
            Format.Figures,
            Schema("observations", TradeColumns.All),
            "?reporter=KAZ&partner=CHN&flow=X",
            "?reporter=KAZ&from=2022&to=2022&limit=5",
            "?reporter=KAZ&partner=CHN&format=csv&labels=ru",
            "?changedSince=2020-01-01T00:00:00Z&limit=1&format=csv",
            "?reporter=KAZ&asOf=2100-01-01T00:00:00Z&format=sdmx-csv"
        ),
        Get(
            "/series",
            FigureHandlers.SeriesAsync,
            "Which series there are, and which periods they cover",
            [.. FigureHandlers.SeriesParameters, .. FigureHandlers.PageParameters],
            Format.Rows,
            Schema("series", Tables.Series),
            "?reporter=KAZ",
            "?reporter=KAZ&partner=CHN&format=csv"
        ),
        Get(
            "/revisions",
            FigureHandlers.RevisionsAsync,
            "How figures changed from edition to edition",
            [
                .. FigureHandlers.SeriesParameters,
                Parameters.From,
                Parameters.To,
                Parameters.ChangedSince,
                .. FigureHandlers.PageParameters,
            ],
            Format.Rows,
            Schema("revisions", Tables.Revisions),
            "?reporter=KAZ"
        ),
        Get(
            "/revisions/sizes",
            RevisionSizeApi.ListAsync,
            "How far the figures of each series moved in the months after they were first imported",
            [.. FigureHandlers.SeriesParameters, Parameters.FormatName, Parameters.Complete],
            Format.Rows,
            Schema("revisionSizes", Tables.RevisionSizes),
            "?reporter=KAZ&partner=CHN",
            "?reporter=KAZ&format=csv"
        ),
        Get(
            "/changes",
            FigureHandlers.ChangesAsync,
            "Imports after a number: what changed since a caller last looked",
            [Parameters.Since, Parameters.Limit, Parameters.FormatName, Parameters.Complete],
            Format.Rows,
            Schema("changes", Tables.Changes),
            "?since=0",
            "?since=0&limit=1&format=csv"
        ),
        Get(
            "/uploads",
            UploadApi.ListAsync,
            "The ledger of uploads, newest first",
            OfUploads,
            Format.Rows,
            Schema("uploads", Tables.Uploads),
            "?state=Done&limit=10"
        ),
        Get(
            "/uploads/{source}/{**path}",
            UploadApi.ShowAsync,
            "The versions of one upload and what became of them, newest first",
            [Parameters.Version, Parameters.FormatName, Parameters.Complete],
            Format.Rows,
            Schema("uploads", Tables.Uploads)
        ),
        new(
            "PUT",
            "/api/v1/uploads/{source}/{**path}",
            Right.Upload,
            UploadApi.PutAsync,
            new("Uploads a workbook: its bytes are the body", [Parameters.Replace], [Format.Json], null, [])
        ),
        Get(
            "/findings/{source}/{**path}",
            UploadApi.FindingsAsync,
            "What was found wrong or odd in an upload",
            [Parameters.Version, Parameters.FormatName, Parameters.Complete],
            Format.Rows,
            Schema("findings", Tables.Findings)
        ),
        new(
            "GET",
            Questions,
            Right.Read,
            QuestionApi.ShowAsync,
            new(
                "What only a person can settle in an upload, and what was answered",
                [Parameters.Version],
                [Format.Json],
                null,
                []
            )
        ),
        new(
            "POST",
            Questions,
            Right.Upload,
            QuestionApi.AnswerAsync,
            new(
                "Answers questions of an upload and reads it again; is: null withdraws an answer",
                [Parameters.Replay],
                [Format.Json],
                null,
                []
            )
            {
                Body = Schema("answers", Tables.Answers),
            }
        ),
        Get(
            "/summaries",
            SummaryApi.ListAsync,
            "The summaries, and where their documents lie",
            [Parameters.FormatName, Parameters.Complete],
            Format.Rows,
            Schema("summaries", Tables.Summaries),
            ""
        ),
        Get(
            "/summaries/{subject}/{period}",
            SummaryApi.ShowAsync,
            "The summary of one subject and period",
            [Parameters.FormatName, Parameters.Complete],
            Format.Rows,
            Schema("summaries", Tables.Summaries)
        ),
        new(
            "GET",
            OpenApiAddress,
            Right.Read,
            _ => Task.FromResult(Results.Text(OpenApi.Document, "application/json")),
            new("This description", [], [Format.Json], null, [""])
        ),
    ];

    private static Address Get(
        string path,
        Func<HttpContext, Task<IResult>> handler,
        string summary,
        IReadOnlyList<ApiParameter> parameters,
        IReadOnlyList<Format> formats,
        RowSchema rows,
        params IReadOnlyList<string> examples
    ) => new("GET", "/api/v1" + path, Right.Read, handler, new(summary, parameters, formats, rows, examples));

    private static RowSchema Schema<T>(string name, IReadOnlyList<Column<T>> columns) =>
        new(name, Described(columns)) { Named = Described(NamedColumns.Of(columns, CodeNames.All[0]).Except(columns)) };

    private static IReadOnlyList<(string, string, string)> Described<T>(IEnumerable<Column<T>> columns) =>
        [.. columns.Select(column => (column.Name, column.Type, column.About))];
}
