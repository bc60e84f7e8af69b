using System.Text.RegularExpressions;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Reports;

/// <summary>Findings as people read them: beside the codes that they are told with stand the names of the language.</summary>
public static partial class NamedCodes
{
    /// <summary>From one key to another.</summary>
    private const string Between = " … ";

    private static readonly string[] Separators = [", ", " / "];

    /// <summary>What was found, with "France, imports, 2022 (KAZ-FRA M 2022)" where the finding says "KAZ-FRA M 2022".</summary>
    public static string SentenceIn(this ReportFinding finding, FindingTexts texts) =>
        (
            finding with
            {
                Arguments = finding.Arguments?.Select(argument => Name(argument, texts.Language)).ToList(),
            }
        ).MessageIn(texts);

    private static string Name(string argument, string language)
    {
        if (argument.Split(Between) is { Length: > 1 } keys)
        {
            return string.Join(Between, keys.Select(key => Name(key, language)));
        }

        if (Key().Match(argument) is { Success: true } key)
        {
            var area = key.Groups["partner"] is { Success: true } partner
                ? partner.Value
                : key.Groups["reporter"].Value;
            var flow = FlowIn(key.Groups["flow"].Value, language);
            return IsArea(area)
                ? $"{NameOf(area, language)}, {flow}, {key.Groups["period"].Value} ({argument})"
                : argument;
        }

        var separator = Array.Find(Separators, one => argument.Contains(one, StringComparison.Ordinal)) ?? ", ";
        var codes = argument.Split(separator);
        // A number alone is a count as a rule.
        return Array.TrueForAll(codes, IsArea) && Array.Exists(codes, code => !char.IsAsciiDigit(code[0]))
            ? string.Join(separator, codes.Select(code => $"{NameOf(code, language)} ({code})"))
            : argument;
    }

    private static string FlowIn(string flow, string language)
    {
        var word = QuestionTexts.OfOption(QuestionKind.Flow, flow).In(language);
        return char.ToLowerInvariant(word[0]) + word[1..];
    }

    private static bool IsArea(string code) => AreaCodeList.Standard.IsKnown(new Area(code));

    private static string NameOf(string code, string language) => AreaCodeList.Standard.NameOf(new(code), language);

    /// <summary>A figure's key as findings give it; what stands between flow and period are goods and unit.</summary>
    [GeneratedRegex(
        @"^(?<reporter>\w+)(-(?<partner>\w+))? (?<flow>X|M|T|DX|RX|RM|MC)( \S+)*? (?<period>\d{4}\S*)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Key();
}
