using BriPipeline.Web.Pages;
using BriPipeline.Web.Sdmx;
using Microsoft.AspNetCore.Http;

namespace BriPipeline.Web.Handlers;

/// <summary>Why a request was not done, for the person who made it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">A few words.</param>
/// <param name="What">What happened, a sentence.</param>
/// <param name="Advice">What to do, a sentence.</param>
public sealed record Problem(int Status, string Title, string What, string Advice)
{
    /// <summary>The parameter that is to blame; null where none is.</summary>
    public string? Parameter { get; init; }

    /// <summary>The error code of SDMX; by the status where none is set.</summary>
    public int? SdmxCode { get; init; }

    internal static readonly Problem NotFound = new(
        StatusCodes.Status404NotFound,
        "Not found",
        "There is nothing at this address.",
        "Start from the uploads or the summaries and follow the links there."
    );

    internal static readonly Problem Moved = new(
        StatusCodes.Status409Conflict,
        "Nothing to do",
        "The upload has moved on since the page was shown: it is being worked on, or somebody was quicker.",
        "Open the upload again and look at its state."
    );

    internal static readonly Problem OtherOrigin = new(
        StatusCodes.Status403Forbidden,
        "Refused",
        "The request came from a page of another site, so it was not carried out.",
        "Open this page itself and use its own buttons."
    );

    internal static readonly Problem OtherHost = new(
        StatusCodes.Status421MisdirectedRequest,
        "Refused",
        "The request was addressed to another machine, so it was not carried out.",
        "Open http://localhost with the port that the host printed."
    );

    internal static readonly Problem Unknown = new(
        StatusCodes.Status401Unauthorized,
        "Sign in first",
        "The request does not say who makes it, or sign-in is not set up.",
        "Sign in; programs send a token of Entra ID."
    );

    internal static readonly Problem Forbidden = new(
        StatusCodes.Status403Forbidden,
        "Not allowed",
        "You are signed in, but have no role that may do this.",
        "Ask whoever runs this installation for the role Reader, Uploader or Operator."
    );

    internal static readonly Problem Broken = new(
        StatusCodes.Status500InternalServerError,
        "Something went wrong here",
        "The program met a fault of its own; nothing that was uploaded is lost.",
        "Try again; if it stays so, report what you did together with the lines that the host printed."
    );

    internal static readonly Problem NameMissing = new(
        StatusCodes.Status400BadRequest,
        "Not approved",
        "An edition is approved by somebody with a name of at most 100 characters.",
        "Go back, fill in your name and approve the edition again."
    );

    internal static Problem NoEdition(string reason) =>
        new(
            StatusCodes.Status409Conflict,
            "No edition",
            reason,
            "Import what is missing, or write the choice that is asked for, and compile the summary again."
        );

    internal static Problem StorageFault(string cause) =>
        new(
            StatusCodes.Status503ServiceUnavailable,
            "The storage does not answer",
            $"The request could not be carried out: {cause}",
            "Wait a moment and load the page again; if it stays so, restart the host or look at its connection to the storage account."
        );

    internal static Problem TooLarge(long limit) =>
        new(
            StatusCodes.Status413PayloadTooLarge,
            "The files are too large",
            $"One upload takes at most {limit / (1024 * 1024)} MB, all files together.",
            "Upload fewer files at once, or remove the sheets that hold no figures from the workbook."
        );

    internal static Problem BadUpload(string what, string advice) =>
        new(StatusCodes.Status400BadRequest, "Nothing was uploaded", what, advice);

    /// <summary>As a page, a problem document or an error of SDMX, as the callers of the address expect.</summary>
    internal IResult ToResult(Address address) =>
        address.Api is null ? ToResult()
        : address.Pattern.StartsWith(SdmxEndpoints.Root, StringComparison.Ordinal) ? ToSdmx()
        : ToJson();

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
            contentType: "application/vnd.sdmx.data+json;version=1.0.0",
            statusCode: Status
        );
    }

    internal IResult ToResult()
    {
        var page = Page.Of<ProblemPage>((nameof(ProblemPage.Problem), this));
        page.StatusCode = Status;
        return page;
    }
}
