using System.Globalization;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Formats;

/// <summary>What neither the file nor its documentation says, from the profile of its source.</summary>
internal static class FormatDefaults
{
    /// <param name="spoken">The roles for which the file has a column: where that is blank, no default applies.</param>
    public static FormatRow Of(SourceProfile profile, string fileName, IReadOnlySet<FormatRole> spoken)
    {
        var defaults = profile.DefaultsFor(fileName);
        var row = new FormatRow();
        (FormatRole Role, string? Code)[] said =
        [
            (FormatRole.Reporter, profile.Reporter),
            (FormatRole.Partner, defaults.Partner),
            (FormatRole.Flow, defaults.Flow),
            (FormatRole.Commodity, defaults.Commodity),
            (FormatRole.Unit, defaults.Unit),
            (FormatRole.Power, defaults.Multiplier?.ToString(CultureInfo.InvariantCulture)),
            (FormatRole.Period, defaults.Period),
        ];
        foreach (var (role, code) in said)
        {
            if (code is not null && !spoken.Contains(role) && FormatStatement.Of(role, code) is { } statement)
            {
                row.Add([statement]);
            }
        }

        return row;
    }
}
