using BriPipeline.Web.Access;
using BriPipeline.Web.Api;
using BriPipeline.Web.Handlers;
using BriPipeline.Web.Sdmx;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace BriPipeline.Web;

/// <summary>The addresses of the app, who may call them and who answers: the one table for both hosts.</summary>
public static class Endpoints
{
    /// <summary>Asked by whatever watches the app; it tells nothing but whether it works.</summary>
    public static readonly Address Health = new("GET", "/health", Right.None, HealthHandlers.HealthAsync);

    private static readonly Address Nowhere = new(
        "GET",
        "/{**rest}",
        Right.None,
        context => Task.FromResult(Problem.NotFound.ToResult(context.Request.Path))
    );

    public static IReadOnlyList<Address> Table { get; } =
    [
        new("GET", "/", Right.Read, UploadHandlers.ListAsync),
        new("POST", "/uploads", Right.Upload, UploadHandlers.ReceiveAsync),
        new("POST", "/uploads/tickets", Right.Upload, TicketHandlers.GiveAsync),
        new("POST", "/uploads/accept", Right.Operate, UploadHandlers.AcceptAsync),
        new("POST", "/uploads/retry", Right.Operate, UploadHandlers.RetryAsync),
        new("POST", "/uploads/discard", Right.Operate, UploadHandlers.DiscardAsync),
        new("POST", "/uploads/replay", Right.Operate, UploadHandlers.ReplayAsync),
        new("POST", "/uploads/questions", Right.Upload, QuestionHandlers.AnswerAsync),
        new("GET", "/uploads/{source}/{**path}", Right.Read, UploadHandlers.ShowAsync),
        new("GET", "/reports/{**name}", Right.Read, DocumentHandlers.ReportAsync),
        new("POST", "/samples", Right.Upload, SampleFiles.ImportAsync),
        new("GET", "/summaries", Right.Read, SummaryHandlers.ListAsync),
        new("POST", "/summaries", Right.Operate, SummaryHandlers.CompileAsync),
        new("GET", "/summaries.atom", Right.Read, SummaryHandlers.FeedAsync),
        new("GET", "/summaries/{subject}/{period}", Right.Read, SummaryHandlers.ShowAsync),
        new("POST", "/summaries/{subject}/{period}", Right.Operate, SummaryHandlers.RebuildAsync),
        new("POST", "/summaries/{subject}/{period}/choice", Right.Operate, SummaryHandlers.ChooseAsync),
        new("POST", "/summaries/{subject}/{period}/approve", Right.Operate, SummaryHandlers.ApproveAsync),
        new("GET", "/documents/{**name}", Right.Read, DocumentHandlers.SummaryDocumentAsync),
        new("GET", "/data", Right.Read, DataHandlers.ShowAsync),
        new("GET", "/data/figure", Right.Read, DataHandlers.FigureAsync),
        new("POST", ChallengeHandlers.Put, Right.Read, ChallengeHandlers.PutAsync),
        new("POST", ChallengeHandlers.Close, Right.Upload, ChallengeHandlers.CloseAsync),
        new("GET", ChallengeHandlers.List, Right.Read, ChallengeHandlers.ListAsync),
        new("GET", NoteHandlers.List, Right.Read, NoteHandlers.ListAsync),
        new("GET", NoteHandlers.FeedAddress, Right.Read, NoteHandlers.FeedAsync),
        new("GET", NoteHandlers.List + "/{source}/{seq}", Right.Read, NoteHandlers.ShowAsync),
        new("GET", "/data/figures.xlsx", Right.Read, DataHandlers.WorkbookAsync),
        new("GET", "/data/chart.svg", Right.Read, PairHandlers.ChartAsync),
        new("GET", "/sources", Right.Read, SourceHandlers.ListAsync),
        new("GET", "/sources/{source}", Right.Read, SourceHandlers.ShowAsync),
        new("POST", "/sources/{source}", Right.Operate, SourceHandlers.ChangeAsync),
        new("POST", "/sources/{source}/answers", Right.Upload, QuestionHandlers.ChangeAsync),
        new("GET", "/aliases", Right.Read, SourceHandlers.AliasesAsync),
        new("POST", "/aliases", Right.Operate, SourceHandlers.ChangeAliasesAsync),
        new("GET", "/status", Right.Read, StatusHandlers.ShowAsync),
        new("POST", "/language", Right.None, LanguageHandlers.ChooseAsync),
        new("GET", "/docs", Right.None, DocumentationHandlers.ShowAsync),
        new("GET", "/docs/{**name}", Right.None, DocumentationHandlers.ShowAsync),
        Health,
        new("GET", "/assets/{**name}", Right.None, Asset.ServeAsync),
        .. ApiEndpoints.Table,
        .. SdmxEndpoints.Table,
        Nowhere,
    ];

    private static readonly (Address Address, RoutePattern Pattern, TemplateMatcher Matcher)[] Matchers =
    [
        .. Table
            .Select(address => (Address: address, Pattern: RoutePatternFactory.Parse(address.Pattern)))
            .OrderBy(route => RoutePrecedence.ComputeInbound(new RouteTemplate(route.Pattern)))
            .Select(route =>
                (
                    route.Address,
                    route.Pattern,
                    new TemplateMatcher(new RouteTemplate(route.Pattern), new RouteValueDictionary())
                )
            ),
    ];

    public static IEndpointRouteBuilder MapBriPipeline(this IEndpointRouteBuilder app)
    {
        foreach (var address in Table)
        {
            app.MapMethods(
                address.Pattern,
                address.Method == HttpMethods.Get ? [HttpMethods.Get, HttpMethods.Head] : [address.Method],
                async context =>
                {
                    var result = await Guard.RunAsync(context, address);
                    await result.ExecuteAsync(context);
                }
            );
        }

        return app;
    }

    /// <summary>Answers a request by its path, for hosts that do not route by the table.</summary>
    public static Task<IResult> AnswerAsync(HttpContext context)
    {
        foreach (var (address, _, matcher) in Matchers)
        {
            var values = new RouteValueDictionary();
            // A server sends no body to HEAD.
            var method = HttpMethods.IsHead(context.Request.Method) ? HttpMethods.Get : context.Request.Method;
            if (address.Method == method && matcher.TryMatch(context.Request.Path, values))
            {
                context.Request.RouteValues = values;
                return Guard.RunAsync(context, address);
            }
        }

        return Guard.RunAsync(context, Nowhere);
    }
}
