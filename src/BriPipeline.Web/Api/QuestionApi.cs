using System.Text.Json;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Access;
using BriPipeline.Web.Handlers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Api;

/// <summary>Questions for programs: what an upload leaves open, and answers to it.</summary>
internal static class QuestionApi
{
    private const int MaxBodyBytes = 1024 * 1024;

    public static async Task<IResult> ShowAsync(HttpContext context)
    {
        var version = Parameters.Version.Of(context.Request);
        var upload = await FindAsync(context, version);
        var services = context.RequestServices;
        var questions = await OpenOfAsync(context, upload);
        var profile = await services
            .GetRequiredService<IReferenceStore>()
            .FindProfileAsync(upload.Source, context.RequestAborted);
        var name = upload.Path[(upload.Path.LastIndexOf('/') + 1)..];
        var answers = (profile?.Answers ?? []).Where(answer => answer.HoldsFor(name));
        return Results.Text(QuestionJson.Write(new(name, questions), answers), Format.Json.ContentType);
    }

    /// <summary>Remembers the answers of the body, reads the file with them, and says which other uploads asked the same.</summary>
    public static async Task<IResult> AnswerAsync(HttpContext context)
    {
        var replay = Parameters.Replay.Of(context.Request) == "true";
        var upload = await FindAsync(context, version: null);
        await SourceRights.DemandAsync(context, upload.Source);
        if (upload.IsOpen)
        {
            return Problem.Moved.ToJson();
        }

        var questions = await OpenOfAsync(context, upload);
        var changes = (await ReadAsync(context)).Select(change => Checked(change, questions, upload)).ToList();
        var (services, cancellation) = (context.RequestServices, context.RequestAborted);
        var answering = services.GetRequiredService<Answering>();
        var answered = questions.Where(question => changes.Any(change => change.IsAbout(question))).ToList();
        var others = await answering.FindOthersAsync(upload.Source, upload.Path, answered, cancellation);
        await answering.RememberAsync(upload.Source, changes, NameOfCaller(context), cancellation);
        await answering.ReadAgainAsync(upload.Source, [upload.Path, .. replay ? others : []], cancellation);
        var now = await FindAsync(context, version: null);
        return Results.Json(
            new
            {
                source = now.Source,
                path = now.Path,
                version = now.Version,
                state = now.State.ToString(),
                observations = now.Observations,
                questions = now.Questions,
                figuresWaiting = now.FiguresWaiting,
                others,
                othersReplayed = replay,
            }
        );
    }

    internal static string? NameOfCaller(HttpContext context) =>
        context.RequestServices.GetRequiredService<ICallers>().Find(context.Request)?.Name;

    /// <summary>The open questions of a version.</summary>
    internal static async Task<IReadOnlyList<Question>> OpenOfAsync(HttpContext context, UploadRecord upload) =>
        upload.Questions == 0
            ? []
            : await UploadQuestions.FindAsync(
                context.RequestServices.GetRequiredService<IReportStore>(),
                upload.Report,
                context.RequestAborted
            );

    /// <summary>The answer with the reach of its question.</summary>
    /// <exception cref="RefusedException">It is none.</exception>
    private static AnswerChange Checked(AnswerChange change, IReadOnlyList<Question> questions, UploadRecord upload)
    {
        var question = questions.FirstOrDefault(one => change.IsAbout(one));
        if (change.Is is { } code)
        {
            var meant = AnswerCodes.Find(change.Kind, code, question);
            if (meant != code)
            {
                var known = question is null
                    ? ""
                    : $" It may be {string.Join(", ", question.Options.Select(one => one.Is))}.";
                throw RefusedException.Body(
                    $"The question \"{change.About}\" cannot be answered by \"{code}\"."
                        + (meant is null ? known : $" {meant} is meant?")
                );
            }
        }

        if (change.Files is { } files && question is not null && files != question.Files)
        {
            var name = upload.Path[(upload.Path.LastIndexOf('/') + 1)..];
            if (files != name)
            {
                throw RefusedException.Body(
                    $"An answer to \"{change.About}\" holds for {question.Files ?? "all files of the source"}, or for {name} alone, and not for \"{files}\"."
                );
            }
        }

        return change with
        {
            Files = change.Files ?? question?.Files,
        };
    }

    private static async Task<IReadOnlyList<AnswerChange>> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = MaxBodyBytes;
        }

        using var reader = new StreamReader(context.Request.Body);
        var json = await reader.ReadToEndAsync(context.RequestAborted);
        try
        {
            return QuestionJson.ReadChanges(json);
        }
        catch (JsonException wrong)
        {
            throw RefusedException.Body($"The body is no list of answers: {wrong.Message}");
        }
    }

    private static async Task<UploadRecord> FindAsync(HttpContext context, string? version)
    {
        var source = (string?)context.GetRouteValue("source") ?? "";
        var path = (string?)context.GetRouteValue("path") ?? "";
        return await context
                .RequestServices.GetRequiredService<ILedger>()
                .ListAsync(source, context.RequestAborted)
                .FirstOrDefaultAsync(
                    upload => upload.Path == path && (version is null || upload.Version == version),
                    context.RequestAborted
                )
            ?? throw RefusedException.NotFound("No upload has this source and path.");
    }
}
