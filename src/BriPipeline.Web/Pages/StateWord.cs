using BriPipeline.Core.Imports;

namespace BriPipeline.Web.Pages;

/// <summary>How pages colour a state: class <c>busy</c>, <c>good</c>, <c>ask</c>, <c>bad</c> or <c>past</c>. Its words are
/// <c>state.{name}</c>.</summary>
internal static class StateWord
{
    internal static string ToneOf(UploadState state) =>
        state switch
        {
            UploadState.Received or UploadState.Reading or UploadState.Applying => "busy",
            UploadState.Done => "good",
            UploadState.Held => "ask",
            UploadState.Superseded => "past",
            _ => "bad",
        };
}
