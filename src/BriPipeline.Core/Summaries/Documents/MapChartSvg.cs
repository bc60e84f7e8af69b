using System.Globalization;
using System.Text;
using BriPipeline.Core.Office;
using BriPipeline.Core.Summaries.Documents.Map;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>A circle for each partner on a map of the world as SVG: its area is the value of the first series. The categories are
/// codes of countries.</summary>
public static class MapChartSvg
{
    /// <summary>Of the largest circle, in parts of the width.</summary>
    private const double MaxRadius = 0.05;
    private const double MinRadius = 1.5;

    /// <summary>Whether the map has a place for a country.</summary>
    public static bool Has(string code) => WorldMap.Standard.Places.ContainsKey(code);

    /// <param name="width">In pixels; also that of the coordinates.</param>
    public static string Write(TitledChart chart, int width)
    {
        var map = WorldMap.Standard;
        var scale = (double)width / map.Width;
        return ChartFrame.Write(
            chart,
            width,
            map.Height * scale,
            top =>
            {
                var body = new StringBuilder().Append(
                    CultureInfo.InvariantCulture,
                    $"""<path transform="translate(0 {top:0.#}) scale({scale:0.####})" fill="#{ChartPalette.Grid}" d="{map.Land}"/><g class="tips" fill="#{ChartPalette.Dark}" fill-opacity="0.6" stroke="#ffffff">"""
                );
                var values = chart.Series[0].Values;
                var highest = values.Max(value => value ?? 0);
                // The largest lie below the others.
                foreach (var index in Enumerable.Range(0, values.Count).OrderByDescending(index => values[index]))
                {
                    if (values[index] is not > 0 || !map.Places.TryGetValue(chart.Categories[index], out var place))
                    {
                        continue;
                    }

                    var radius = Math.Max(
                        MinRadius,
                        width * MaxRadius * Math.Sqrt((double)(values[index]!.Value / highest))
                    );
                    body.Append(
                        CultureInfo.InvariantCulture,
                        $"""<circle cx="{place[0] * scale:0.#}" cy="{top + (place[1] * scale):0.#}" r="{radius:0.#}"><title>{Markup.Encode(chart.Tips[index])}</title></circle>"""
                    );
                }

                return body.Append("</g>").ToString();
            }
        );
    }
}
