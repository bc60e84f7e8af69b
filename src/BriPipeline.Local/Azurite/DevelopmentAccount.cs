using System.Data.Common;

namespace BriPipeline.Local;

/// <summary>The account that every storage emulator has. Its key is published by its makers and protects nothing.</summary>
internal static class DevelopmentAccount
{
    private const string Name = "devstoreaccount1";
    private const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <param name="addresses">By service: <c>Blob</c>, <c>Queue</c>, <c>Table</c>.</param>
    internal static string ConnectionString(IReadOnlyDictionary<string, string> addresses) =>
        $"DefaultEndpointsProtocol=http;AccountName={Name};AccountKey={Key};"
        + string.Concat(addresses.Select(one => $"{one.Key}Endpoint={one.Value}/{Name};"));

    internal static IReadOnlyList<string> Services { get; } = ["Blob", "Queue", "Table"];

    /// <summary>The ports of <see cref="Services"/>.</summary>
    internal static IReadOnlyList<int> PortsOf(string connectionString)
    {
        var settings = new DbConnectionStringBuilder { ConnectionString = connectionString };
        return [.. Services.Select(service => new Uri((string)settings[$"{service}Endpoint"]).Port)];
    }
}
