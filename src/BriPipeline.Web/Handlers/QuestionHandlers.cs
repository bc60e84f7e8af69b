using BriPipeline.Core.Findings;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Access;
using BriPipeline.Web.Api;
using BriPipeline.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Handlers;

/// <summary>Answers from the pages: those of the card of an upload, and changes on the page of a source.</summary>
public static class QuestionHandlers
{
    /// <summary>Of the choice beside which a code is typed.</summary>
    internal const string Other = "?";

    /// <summary>Remembers what was chosen on the card of an upload and reads the file again; what was not chosen stays open.</summary>
    public static async Task<IResult> AnswerAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return Problem.NotFound.ToResult();
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (source, path) = (form["source"].ToString(), form["path"].ToString());
        var cancellation = context.RequestAborted;
        var upload = await context
            .RequestServices.GetRequiredService<ILedger>()
            .ListAsync(source, cancellation)
            .FirstOrDefaultAsync(one => one.Path == path, cancellation);
        if (upload is null || upload.IsOpen || upload.Version != form["version"])
        {
            return Problem.Moved.ToResult();
        }

        await SourceRights.DemandAsync(context, source);
        var changes = new List<AnswerChange>();
        var answered = new List<Question>();
        foreach (var question in await QuestionApi.OpenOfAsync(context, upload))
        {
            var chosen = form[$"q-{question.Id}"].ToString();
            var typed = form[$"c-{question.Id}"].ToString().Trim();
            if (chosen.Length == 0 && typed.Length == 0)
            {
                continue;
            }

            // A code that is typed and another choice are two answers.
            var text = chosen is "" or Other ? typed : chosen;
            if ((typed.Length > 0 && text != typed) || AnswerCodes.Find(question.Kind, text, question) is not { } code)
            {
                return Problem
                    .BadForm("badAnswer", typed, question.Text.In(PageTexts.Of(context.Request).Language))
                    .ToResult();
            }

            changes.Add(new(question.Kind, question.About, code, question.Files));
            answered.Add(question);
        }

        if (changes.Count > 0)
        {
            var answering = context.RequestServices.GetRequiredService<Answering>();
            var others =
                form["others"].Count > 0 ? await answering.FindOthersAsync(source, path, answered, cancellation) : [];
            await answering.RememberAsync(source, changes, QuestionApi.NameOfCaller(context), cancellation);
            await answering.ReadAgainAsync(source, [path, .. others], cancellation);
        }

        return Results.LocalRedirect($"~/uploads/{source}/{Text.EscapePath(path)}");
    }

    /// <summary>Changes or withdraws one answer of a source, and reads the files again that it holds for.</summary>
    public static async Task<IResult> ChangeAsync(HttpContext context)
    {
        var source = (string?)context.GetRouteValue("source") ?? "";
        if (!SourceName.IsValid(source) || !context.Request.HasFormContentType)
        {
            return Problem.NotFound.ToResult();
        }

        await SourceRights.DemandAsync(context, source);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!Enum.TryParse<QuestionKind>(form["kind"], out var kind))
        {
            return Problem.NotFound.ToResult();
        }

        var (about, files, text) = (form["about"].ToString(), form["files"].ToString(), form["is"].ToString());
        var code = form["do"] == "withdraw" ? null : AnswerCodes.Find(kind, text);
        if (code is null && form["do"] != "withdraw")
        {
            return Problem
                .BadForm("badAnswer", text, QuestionTexts.Of(kind, about).In(PageTexts.Of(context.Request).Language))
                .ToResult();
        }

        var change = new AnswerChange(kind, about, code, files.Length == 0 ? null : files);
        var answering = context.RequestServices.GetRequiredService<Answering>();
        await answering.RememberAsync(source, [change], QuestionApi.NameOfCaller(context), context.RequestAborted);
        if (form["again"].Count > 0)
        {
            var reached = await answering.FindReachedAsync(source, change.Files, context.RequestAborted);
            await answering.ReadAgainAsync(source, reached, context.RequestAborted);
        }

        return Results.LocalRedirect($"~/sources/{source}?answered=1#answers");
    }
}
