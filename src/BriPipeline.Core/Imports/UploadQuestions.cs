using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Reports;

namespace BriPipeline.Core.Imports;

/// <summary>The open questions of one version of an upload: <c>questions.json</c> beside its report.</summary>
public static class UploadQuestions
{
    public const string FileName = "questions.json";

    /// <param name="report">Prefix of the version's report; null where it has none yet.</param>
    public static async Task<IReadOnlyList<Question>> FindAsync(
        IReportStore reports,
        string? report,
        CancellationToken cancellation
    ) =>
        report is not null && await reports.FindAsync(NameOf(report), cancellation) is { } json
            ? QuestionJson.Read(Encoding.UTF8.GetString(json)).Questions
            : [];

    /// <summary>Writes them where there are any, or were any when the version was read before.</summary>
    internal static async Task PutAsync(
        IReportStore reports,
        string report,
        FileQuestions questions,
        CancellationToken cancellation
    )
    {
        var name = NameOf(report);
        if (questions.Questions.Count > 0 || await reports.FindAsync(name, cancellation) is not null)
        {
            var json = Encoding.UTF8.GetBytes(QuestionJson.Write(questions));
            await reports.PutAsync(name, "application/json", json, cancellation);
        }
    }

    private static string NameOf(string report) => $"{report.TrimEnd('/')}/{FileName}";
}
