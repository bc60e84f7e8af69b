using System.Text.RegularExpressions;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Layouts;

/// <summary>Texts that are written as codes: no words of a language that could limit figures.</summary>
internal static partial class CodeTexts
{
    /// <summary>A number, or letters with one, that begin with a capital: "200", "A01", "B2.4".</summary>
    public static bool IsCode(string text) => Code().IsMatch(text);

    /// <summary>Three parts and more: "KAZ.XG_FOB_USD.CHN.A", "IMF.STA:IMTS(1.0.0)".</summary>
    public static bool IsSeriesKey(string text) => SeriesKey().IsMatch(text);

    /// <summary>The code of a series after which a file is named, "IMPCH.csv", where the profile says what all its figures are about;
    /// null where it is not named so.</summary>
    public static string? SeriesOfFile(string fileName, SourceProfile profile) =>
        NameOfSeries().Match(Path.GetFileNameWithoutExtension(fileName)) is { Success: true } name
        && (profile.Reporter ?? profile.DefaultsFor(fileName).Reporter) is not null
        && profile.DefaultsFor(fileName) is { Partner: not null, Flow: not null, Commodity: not null, Unit: not null }
            ? name.Groups["id"].Value
            : null;

    [GeneratedRegex(@"^(?=.*\d)[\p{Lu}\d][\p{L}\d.\-]{0,11}$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(
        @"^[A-Z\d_]+([.:][A-Z\d_]+){2,}(\(\d+(\.\d+)*\))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SeriesKey();

    /// <summary>A browser numbers files of one name.</summary>
    [GeneratedRegex(
        @"^(?<id>[A-Z][A-Z\d_.]{3,})( ?\(\d+\))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex NameOfSeries();
}
