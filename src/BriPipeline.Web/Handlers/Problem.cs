using System.Globalization;
using BriPipeline.Core.Imports;
using BriPipeline.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace BriPipeline.Web.Handlers;

/// <summary>Why a request was not done, for the person who made it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">A few words.</param>
/// <param name="What">What happened, a sentence.</param>
/// <param name="Advice">What to do, a sentence.</param>
public sealed record Problem(int Status, string Title, string What, string Advice)
{
    /// <summary>The media type of errors of SDMX-JSON.</summary>
    internal const string SdmxErrors = "application/vnd.sdmx.data+json;version=1.0.0";

    /// <summary>The parameter that is to blame; null where none is.</summary>
    public string? Parameter { get; init; }

    /// <summary>How many figures would be lost; null where none would.</summary>
    public int? Figures { get; init; }

    /// <summary>The error code of SDMX; by the status where none is set.</summary>
    public int? SdmxCode { get; init; }

    /// <summary>Its words in <see cref="PageTexts"/>, <c>problem.{id}</c>; null where it has none of its own.</summary>
    internal string? Id { get; init; }

    internal IReadOnlyList<string> Arguments { get; init; } = [];

    internal static readonly Problem NotFound = Of(StatusCodes.Status404NotFound, "notFound");
    internal static readonly Problem Moved = Of(StatusCodes.Status409Conflict, "moved");
    internal static readonly Problem OtherOrigin = Of(StatusCodes.Status403Forbidden, "otherOrigin");
    internal static readonly Problem OtherHost = Of(StatusCodes.Status421MisdirectedRequest, "otherHost");
    internal static readonly Problem Unknown = Of(StatusCodes.Status401Unauthorized, "unknown");
    internal static readonly Problem Forbidden = Of(StatusCodes.Status403Forbidden, "forbidden");
    internal static readonly Problem Broken = Of(StatusCodes.Status500InternalServerError, "broken");
    internal static readonly Problem NameMissing = Of(StatusCodes.Status400BadRequest, "nameMissing");
    internal static readonly Problem ReasonMissing = Of(StatusCodes.Status400BadRequest, "reasonMissing");

    internal static readonly Problem ChallengeIncomplete = Of(StatusCodes.Status400BadRequest, "challengeIncomplete");
    internal static readonly Problem TooManyChallenges = Of(StatusCodes.Status429TooManyRequests, "challengesTooMany");

    internal static Problem NoEdition(string reason) => Of(StatusCodes.Status409Conflict, "noEdition", reason);

    internal static Problem StorageFault(string cause) => Of(StatusCodes.Status503ServiceUnavailable, "storage", cause);

    internal static Problem TooLarge(long limit) =>
        Of(
            StatusCodes.Status413PayloadTooLarge,
            "tooLarge",
            (limit / (1024 * 1024)).ToString(CultureInfo.InvariantCulture)
        );

    internal static Problem Refused(UploadRefusedException refused) =>
        refused.Refusal == UploadRefusal.NoRoom
            ? Of(StatusCodes.Status507InsufficientStorage, "noRoom", refused.Message)
            : Of(StatusCodes.Status400BadRequest, "otherHash", refused.Message);

    internal static Problem NotYours(string source) => Of(StatusCodes.Status403Forbidden, "notYours", source);

    internal static Problem Replaces(string path, int figures) =>
        Of(StatusCodes.Status409Conflict, "replaces", path, figures.ToString(CultureInfo.InvariantCulture)) with
        {
            Figures = figures,
        };

    internal static Problem BadForm(string id, params string[] arguments) =>
        Of(StatusCodes.Status400BadRequest, id, arguments);

    internal static Problem BadUpload(string what, string advice) =>
        new(StatusCodes.Status400BadRequest, "Nothing was uploaded", what, advice);

    private static Problem Of(int status, string id, params string[] arguments) =>
        new(
            status,
            Text(PageTexts.English, id, "title", arguments),
            Text(PageTexts.English, id, "what", arguments),
            Text(PageTexts.English, id, "advice", arguments)
        )
        {
            Id = id,
            Arguments = arguments,
        };

    private static string Text(PageTexts texts, string id, string part, IReadOnlyList<string> arguments) =>
        texts.Of($"problem.{id}.{part}", [.. arguments]);

    /// <summary>The same in the language of a page; in English where it has no words of its own.</summary>
    internal Problem In(PageTexts texts) =>
        Id is null || texts == PageTexts.English
            ? this
            : this with
            {
                Title = Text(texts, Id, "title", Arguments),
                What = Text(texts, Id, "what", Arguments),
                Advice = Text(texts, Id, "advice", Arguments),
            };

    /// <summary>As a page, a problem document or an error of SDMX, as the callers of the address expect.</summary>
    internal IResult ToResult(Address address) =>
        address.Api is null ? ToResult() : ToResult(new PathString(address.Pattern));

    /// <summary>As the callers of a path expect it, be there such an address or not.</summary>
    internal IResult ToResult(PathString path) =>
        path.StartsWithSegments("/sdmx", StringComparison.OrdinalIgnoreCase) ? ToSdmx()
        : path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? ToJson()
        : ToResult();

    /// <summary>A problem document (RFC 9457).</summary>
    internal IResult ToJson() =>
        Results.Json(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["title"] = Title,
                ["status"] = Status,
                ["detail"] = What,
                ["advice"] = Advice,
                ["parameter"] = Parameter,
                ["figures"] = Figures,
            },
            contentType: "application/problem+json",
            statusCode: Status
        );

    private IResult ToSdmx()
    {
        var code =
            SdmxCode
            ?? Status switch
            {
                StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => 110,
                StatusCodes.Status404NotFound => 100,
                StatusCodes.Status413PayloadTooLarge => 130,
                < StatusCodes.Status500InternalServerError => 140,
                _ => Status,
            };
        return Results.Json(
            new
            {
                errors = new[]
                {
                    new
                    {
                        code,
                        title = Title,
                        detail = $"{What} {Advice}",
                        parameter = Parameter,
                    },
                },
            },
            contentType: SdmxErrors,
            statusCode: Status
        );
    }

    internal IResult ToResult() =>
        new PageResult<ProblemPage>([(nameof(ProblemPage.Problem), this)]) { StatusCode = Status };
}
