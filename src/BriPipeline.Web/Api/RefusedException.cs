using BriPipeline.Web.Handlers;
using Microsoft.AspNetCore.Http;

namespace BriPipeline.Web.Api;

/// <summary>A request that asks for what there is not; the guard answers with the problem.</summary>
public sealed class RefusedException(Problem problem) : Exception(problem.What)
{
    public Problem Problem { get; } = problem;

    /// <param name="wrong">What is wrong with the value, to follow it in a sentence.</param>
    public static RefusedException Parameter(string name, string value, string wrong) =>
        new(
            new(
                StatusCodes.Status400BadRequest,
                "Parameter not understood",
                $"The parameter {name} {wrong}: '{Shortened(value)}'.",
                "Correct it or leave it out; /api/v1/openapi.json describes every parameter."
            )
            {
                Parameter = name,
                Id = "parameter",
                Arguments = [name, Shortened(value)],
            }
        );

    public static RefusedException NotAcceptable(IReadOnlyList<Format> offered) =>
        new(
            new(
                StatusCodes.Status406NotAcceptable,
                "Format not offered",
                $"The answer can be {string.Join(", ", offered.Select(format => format.ContentType))}, and Accept names none of these.",
                "Ask for one of them, or send no Accept."
            )
            {
                Parameter = "Accept",
            }
        );

    public static RefusedException Body(string what) =>
        new(
            new(
                StatusCodes.Status400BadRequest,
                "Answers not understood",
                what,
                "Nothing was remembered. Send a list of {\"kind\", \"about\", \"files\", \"is\"}, as the questions have them."
            )
        );

    public static RefusedException NotFound(string what) =>
        new(
            new(
                StatusCodes.Status404NotFound,
                "Not found",
                what,
                "Look at the list without the last part of the address."
            )
        );

    private static string Shortened(string value) => value.Length > 60 ? value[..60] + "…" : value;
}
