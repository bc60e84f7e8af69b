using System.Globalization;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Formats;

/// <summary>What a name means by the year: <c>SCG:/2005 SRB:2006</c>. Where a list has one name for two states after each other, or two
/// names for one state before and after a change.</summary>
internal sealed class DatedArea
{
    private readonly List<(Area Area, int First, int Last)> spans = [];

    private DatedArea() { }

    /// <summary>Null where the text has not this form.</summary>
    public static DatedArea? Parse(string text)
    {
        var dated = new DatedArea();
        foreach (var span in text.Split(' '))
        {
            if (
                span.Split(':') is not [var code, var years]
                || CodeSchemes.ContractArea(code) is not Area area
                || Year(years.Split('/')[0], 0) is not { } first
                || Year(years.Contains('/', StringComparison.Ordinal) ? years.Split('/')[1] : "", 9999) is not { } last
            )
            {
                return null;
            }

            dated.spans.Add((area, first, last));
        }

        return dated;
    }

    /// <summary>The area of a period; null where the name has no meaning then.</summary>
    public Area? At(TimePeriod period)
    {
        foreach (var (area, first, last) in spans)
        {
            if (period.First.Year >= first && period.Last.Year <= last)
            {
                return area;
            }
        }

        return null;
    }

    private static int? Year(string text, int otherwise) =>
        text.Length == 0 ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year
        : null;
}
