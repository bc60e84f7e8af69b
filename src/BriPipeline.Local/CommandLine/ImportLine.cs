using System.Globalization;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Registers;

namespace BriPipeline.Local.CommandLine;

/// <summary>How an import ended, in a line and as an exit code.</summary>
internal static class ImportLine
{
    internal static string Of(UploadRecord record)
    {
        var line = Whole(record);
        return record.Questions == 0
            ? line
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{line.TrimEnd('.')}; {record.Questions} {(record.Questions == 1 ? "question" : "questions")}"
            );
    }

    private static string Whole(UploadRecord record)
    {
        var head = $"{record.Source}/{record.Path}: {record.State.ToString().ToLowerInvariant()}";
        return record.State switch
        {
            UploadState.Done when record.Source == RegisterReading.Source => string.Create(
                CultureInfo.InvariantCulture,
                $"{head}: {record.Observations} rows of registers; {record.Findings} findings"
            ),
            UploadState.Done when record.Cause is { } holds => $"{head}: {holds}",
            UploadState.Done => string.Create(
                CultureInfo.InvariantCulture,
                $"{head}: {record.Observations} figures: {record.Added} added, {record.Revised} revised, {record.Retracted} retracted, {record.Restored} restored, {record.Unchanged} unchanged; {record.Findings} findings"
            ),
            _ => record.Cause is null ? head : $"{head}: {record.Cause}",
        };
    }

    internal static int ExitCodeOf(UploadRecord record) =>
        record.State switch
        {
            UploadState.Done or UploadState.Superseded => ExitCodes.Done,
            UploadState.Failed => ExitCodes.Fault,
            _ => ExitCodes.FileRejectedOrHeld,
        };
}
