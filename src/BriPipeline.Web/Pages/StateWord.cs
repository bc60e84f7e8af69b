using BriPipeline.Core.Pipeline;

namespace BriPipeline.Web.Pages;

/// <summary>How the page speaks of a state.</summary>
/// <param name="Label">One or two words.</param>
/// <param name="Tone">Class of its colour: <c>busy</c>, <c>good</c>, <c>ask</c>, <c>bad</c>, <c>past</c>.</param>
/// <param name="Meaning">What happened and what to do, a sentence or two.</param>
internal sealed record StateWord(string Label, string Tone, string Meaning)
{
    private static readonly Dictionary<UploadState, StateWord> Words = new()
    {
        [UploadState.Received] = new("Waiting", "busy", "The file has arrived and waits for its turn."),
        [UploadState.Reading] = new("Reading", "busy", "The file is being read."),
        [UploadState.Applying] = new("Storing", "busy", "The figures are being stored."),
        [UploadState.Done] = new("Done", "good", "The figures are stored."),
        [UploadState.Held] = new(
            "Held",
            "ask",
            "Nothing was stored: the file says two things at once, or differs too much from the last one. "
                + "Read the findings; then upload a mended file, or accept it as it is."
        ),
        [UploadState.Rejected] = new(
            "Rejected",
            "bad",
            "Nothing was stored: the file could not be read with certainty. "
                + "The findings say what to change in the file or in the source's profile; then upload it again."
        ),
        [UploadState.Superseded] = new(
            "Superseded",
            "past",
            "A newer version of the same file was there already; this one changed nothing."
        ),
        [UploadState.Failed] = new(
            "Failed",
            "bad",
            "Something broke while the file was being handled, five times in a row. The file itself is safe. "
                + "Retry once the cause is mended."
        ),
    };

    internal static StateWord Of(UploadState state) => Words[state];
}
