using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Formats;

/// <summary>The schemes of codes, for others to ask.</summary>
public static class FormatCodes
{
    /// <summary>The area of a code in a scheme; null where it is none.</summary>
    public static Area? AreaOf(string scheme, string code) =>
        CodeSchemes.Of(scheme, SourceProfile.Unknown("format"))?.Invoke(FormatRole.Partner, code)
            is [{ Value: Area area }]
            ? area
            : null;
}
