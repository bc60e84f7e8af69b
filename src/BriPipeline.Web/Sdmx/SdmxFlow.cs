using BriPipeline.Web.Api;

namespace BriPipeline.Web.Sdmx;

/// <summary>A reference to the dataflow: <c>TRADE</c>, <c>BRIPIPELINE,TRADE</c>, <c>all,TRADE,latest</c>.</summary>
internal static class SdmxFlow
{
    /// <exception cref="RefusedException">It names another.</exception>
    public static void Check(string text)
    {
        var parts = text.Split(',');
        var (agency, id, version) = parts.Length switch
        {
            1 => ("all", parts[0], "latest"),
            2 => (parts[0], parts[1], "latest"),
            3 => (parts[0], parts[1], parts[2]),
            _ => ("", "", ""),
        };
        if (!IsOurs(agency, id, version, SdmxStructure.Id))
        {
            throw RefusedException.NotFound("There is one dataflow, and it is called TRADE.");
        }
    }

    public static bool IsOurs(string agency, string id, string version, string ownId) =>
        agency is "all" or "" or SdmxStructure.Agency
        && (id is "all" or "" || id == ownId)
        && version is "latest" or "all" or "" or SdmxStructure.Version;
}
