using System.IO.Enumeration;
using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;

namespace BriPipeline.Core.Sources;

/// <summary>Patterns of file names: <c>*</c> stands for any characters, <c>?</c> for one.</summary>
internal static class FilePattern
{
    public static bool Matches(string pattern, string fileName) =>
        FileSystemName.MatchesSimpleExpression(pattern, fileName, ignoreCase: true);

    /// <summary>The files for which an answer holds (DESIGN section 10, "Reach of an answer"); null for all of the source.</summary>
    public static string? ReachOf(QuestionKind kind, string fileName) =>
        kind switch
        {
            QuestionKind.Flow or QuestionKind.Partner or QuestionKind.Commodity or QuestionKind.Frequency =>
                WithoutPeriods(fileName),
            QuestionKind.Period or QuestionKind.Duplicate or QuestionKind.Contradiction or QuestionKind.Figure =>
                Escape(fileName),
            _ => null,
        };

    /// <summary>"exports_2023.csv" and "exports_2024-05.csv" differ only in digits and words of periods: "exports_*.csv".</summary>
    private static string WithoutPeriods(string fileName)
    {
        var end = fileName.LastIndexOf('.') is > 0 and var dot ? dot : fileName.Length;
        var isPeriod = new bool[fileName.Length];
        foreach (var part in ReadText.Of(fileName[..end].Replace('_', ' ')).Periods)
        {
            isPeriod.AsSpan(part.Start, part.Length).Fill(true);
        }

        var pattern = new StringBuilder();
        for (var i = 0; i < fileName.Length; i++)
        {
            if (!isPeriod[i] && (i >= end || !char.IsAsciiDigit(fileName[i])))
            {
                pattern.Append(Escape(fileName[i]));
            }
            else if (pattern.Length == 0 || pattern[^1] != '*')
            {
                pattern.Append('*');
            }
        }

        return pattern.ToString();
    }

    private static string Escape(string fileName) => string.Concat(fileName.Select(Escape));

    /// <summary>A name that holds one of the signs of patterns matches itself.</summary>
    private static char Escape(char c) => c is '*' or '?' or '\\' or '<' or '>' or '"' ? '?' : c;
}
