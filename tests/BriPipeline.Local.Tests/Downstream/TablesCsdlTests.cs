using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BriPipeline.Local.Tests.Downstream;

/// <summary>The description of the tables for clients of OData, <c>docs/tables.csdl.xml</c>, follows from the table of properties in
/// <c>docs/app-developer.md</c>, which the tests of the store compare with what is stored.</summary>
public sealed partial class TablesCsdlTests
{
    private static readonly string Described = Path.Combine(Repository.Root, "docs/tables.csdl.xml");

    private static readonly string[] Tables = ["Trade", "TradeByPeriod", "Revisions", "Series"];

    private static readonly XNamespace Edmx = "http://docs.oasis-open.org/odata/ns/edmx";
    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm";

    [Fact]
    public void Csdl_DescribesThePublishedProperties()
    {
        var written = Write();
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Described, written);
        }

        Assert.Equal(written, File.ReadAllText(Described));
    }

    private static string Write()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs/app-developer.md"));
        var rows = Row().Matches(page[page.IndexOf("## Properties", StringComparison.Ordinal)..]);
        var document = new XElement(
            Edmx + "Edmx",
            new XAttribute(XNamespace.Xmlns + "edmx", Edmx),
            new XAttribute("Version", "4.0"),
            new XElement(
                Edmx + "DataServices",
                new XElement(
                    Edm + "Schema",
                    new XAttribute("Namespace", "BriPipeline"),
                    Tables.Select(table => EntityType(table, rows)),
                    new XElement(
                        Edm + "EntityContainer",
                        new XAttribute("Name", "Tables"),
                        Tables.Select(table => new XElement(
                            Edm + "EntitySet",
                            new XAttribute("Name", table),
                            new XAttribute("EntityType", $"BriPipeline.{table}")
                        ))
                    )
                )
            )
        );
        return new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
            .Append(document.ToString().Replace("\r\n", "\n", StringComparison.Ordinal))
            .Append('\n')
            .ToString();
    }

    private static XElement EntityType(string table, IEnumerable<Match> rows) =>
        new(
            Edm + "EntityType",
            new XAttribute("Name", table),
            new XElement(
                Edm + "Key",
                new[] { "PartitionKey", "RowKey" }.Select(name => new XElement(
                    Edm + "PropertyRef",
                    new XAttribute("Name", name)
                ))
            ),
            new[] { "PartitionKey", "RowKey" }.Select(name => Property(name, "String", isNullable: false)),
            rows.Where(row => row.Groups["tables"].Value.Split(", ").Contains(table, StringComparer.Ordinal))
                .Select(row => Property(row.Groups["name"].Value, row.Groups["type"].Value, isNullable: true))
        );

    /// <summary>The table service leaves out what a row does not have.</summary>
    private static XElement Property(string name, string type, bool isNullable) =>
        new(
            Edm + "Property",
            new XAttribute("Name", name),
            new XAttribute("Type", type == "DateTime" ? "Edm.DateTimeOffset" : $"Edm.{type}"),
            isNullable ? null : new XAttribute("Nullable", "false")
        );

    [GeneratedRegex(
        @"^\| `(?<name>[A-Za-z0-9]+)` \| (?<type>\w+) \| (?<tables>[^|]+) \|",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Row();
}
