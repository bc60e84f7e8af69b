using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using BriPipeline.Web.Tests.Api;

namespace BriPipeline.Web.Tests.Sdmx;

/// <summary>The rules of the public JSON schemas of SDMX-JSON 1.0, as far as our messages have such parts.</summary>
/// <remarks>https://github.com/sdmx-twg/sdmx-json: data-message/tools/schemas/1.0/sdmx-json-data-schema.json and
/// structure-message/tools/schemas/1.0/sdmx-json-structure-schema.json, with the field guides beside them.</remarks>
public sealed partial class SdmxJsonRulesTests(ApiHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/sdmx/2.1/data/TRADE/UZB.......", "data")]
    [InlineData("/sdmx/2.1/dataflow", "structure")]
    [InlineData("/sdmx/2.1/datastructure?references=all", "structure")]
    [InlineData("/sdmx/2.1/conceptscheme", "structure")]
    [InlineData("/sdmx/2.1/codelist", "structure")]
    public async Task Meta_NamesMessageTimeSenderAndSchema(string address, string kind)
    {
        var meta = (await MessageAsync(address)).GetProperty("meta");

        Assert.Matches(Id(), Text(meta, "id"));
        Assert.Matches(Id(), Text(meta.GetProperty("sender"), "id"));
        AssertTime(Text(meta, "prepared"));
        Assert.True(Uri.IsWellFormedUriString(Text(meta, "schema"), UriKind.Absolute));
        Assert.EndsWith($"/1.0/sdmx-json-{kind}-schema.json", Text(meta, "schema"), StringComparison.Ordinal);
        Assert.NotEmpty(meta.GetProperty("contentLanguages").EnumerateArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?dimensionAtObservation=AllDimensions")]
    [InlineData("?detail=dataonly")]
    [InlineData("?detail=serieskeysonly")]
    [InlineData("?detail=nodata")]
    public async Task DataSet_HasLinks_AndPositionsThatTheStructureHas(string query)
    {
        var data = (await MessageAsync("/sdmx/2.1/data/TRADE/UZB......." + query)).GetProperty("data");
        var structure = data.GetProperty("structure");
        var (ofSeries, ofObservation) = (
            Sizes(structure.GetProperty("dimensions").GetProperty("series")),
            Sizes(structure.GetProperty("dimensions").GetProperty("observation"))
        );
        var attributes = Sizes(structure.GetProperty("attributes").GetProperty("observation"));
        var set = Assert.Single(data.GetProperty("dataSets").EnumerateArray());

        Assert.Matches("^(Information|Append|Replace|Delete)$", Text(set, "action"));
        AssertLinks(set);
        var observations = 0;
        foreach (var series in Members(set, "series"))
        {
            AssertKey(series.Name, ofSeries);
            foreach (var observation in Members(series.Value, "observations"))
            {
                AssertObservation(observation, ofObservation, attributes);
                observations++;
            }
        }

        foreach (var observation in Members(set, "observations"))
        {
            AssertObservation(observation, ofObservation, attributes);
            observations++;
        }

        Assert.True(
            observations > 0
                || query.Contains("serieskeys", StringComparison.Ordinal)
                || query.Contains("nodata", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("?dimensionAtObservation=AllDimensions")]
    public async Task Components_HaveWhatTheSchemaRequires(string query)
    {
        var structure = (await MessageAsync("/sdmx/2.1/data/TRADE/all" + query))
            .GetProperty("data")
            .GetProperty("structure");
        var dimensions = structure
            .GetProperty("dimensions")
            .EnumerateObject()
            .SelectMany(level => level.Value.EnumerateArray())
            .ToList();

        Assert.Equal(
            Enumerable.Range(0, dimensions.Count),
            dimensions.Select(dimension => dimension.GetProperty("keyPosition").GetInt32())
        );
        Assert.All(dimensions, dimension => Assert.Matches(Name(), Text(dimension, "id")));
        Assert.All(
            dimensions.SelectMany(dimension => dimension.GetProperty("values").EnumerateArray()),
            value =>
            {
                Assert.Matches(Id(), Text(value, "id"));
                Assert.NotEmpty(Text(value, "name"));
            }
        );
        foreach (var time in dimensions[^1].GetProperty("values").EnumerateArray())
        {
            AssertTime(Text(time, "start"));
            AssertTime(Text(time, "end"));
        }

        Assert.All(
            structure.GetProperty("attributes").GetProperty("observation").EnumerateArray(),
            attribute =>
            {
                Assert.Matches(Name(), Text(attribute, "id"));
                Assert.Equal("OBS_VALUE", Text(attribute.GetProperty("relationship"), "primaryMeasure"));
                Assert.All(
                    attribute.GetProperty("values").EnumerateArray(),
                    value => Assert.Matches(Id(), Text(value, "id"))
                );
            }
        );
    }

    [Theory]
    [InlineData("/sdmx/2.1/dataflow", "dataflows")]
    [InlineData("/sdmx/2.1/dataflow?references=all", "dataflows dataStructures conceptSchemes codelists")]
    [InlineData("/sdmx/2.1/datastructure", "dataStructures")]
    [InlineData("/sdmx/2.1/datastructure?references=children", "dataStructures conceptSchemes codelists")]
    [InlineData("/sdmx/2.1/conceptscheme/BRIPIPELINE/CS_TRADE/1.0", "conceptSchemes")]
    [InlineData("/sdmx/2.1/codelist/all/CL_FREQ", "codelists")]
    public async Task Structures_AreNamedAndNeverEmpty(string address, string parts)
    {
        var data = (await MessageAsync(address)).GetProperty("data");

        Assert.Equal(parts.Split(' '), data.EnumerateObject().Select(part => part.Name));
        Assert.All(data.EnumerateObject(), part => Assert.NotEmpty(part.Value.EnumerateArray()));
        foreach (var one in data.EnumerateObject().SelectMany(part => part.Value.EnumerateArray()))
        {
            Assert.Matches(Name(), Text(one, "id"));
            Assert.Matches(Name(), Text(one, "agencyID"));
            Assert.NotEmpty(Text(one, "name"));
            var items = Items(one, "codes").Concat(Items(one, "concepts")).ToList();
            Assert.All(
                items,
                item =>
                {
                    Assert.Matches(Id(), Text(item, "id"));
                    Assert.NotEmpty(Text(item, "name"));
                    Assert.All(
                        item.GetProperty("names").EnumerateObject(),
                        name => Assert.Matches("^[a-z]{2}$", name.Name)
                    );
                }
            );
            Assert.Equal(items.Count, items.Select(item => Text(item, "id")).Distinct(StringComparer.Ordinal).Count());
        }
    }

    /// <summary>Every reference by URN leads to something in the same message.</summary>
    [Fact]
    public async Task DataStructure_RefersToConceptsAndListsThatAreThere()
    {
        var data = (await MessageAsync("/sdmx/2.1/dataflow?references=all")).GetProperty("data");
        var structure = data.GetProperty("dataStructures")[0];
        var components = structure.GetProperty("dataStructureComponents");
        var list = components.GetProperty("dimensionList");
        var dimensions = Items(list, "dimensions").Concat(Items(list, "timeDimensions")).ToList();
        var attributes = Items(components.GetProperty("attributeList"), "attributes").ToList();
        var scheme = data.GetProperty("conceptSchemes")[0];
        var concepts = Items(scheme, "concepts")
            .Select(concept =>
                $"urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=BRIPIPELINE:CS_TRADE(1.0).{Text(concept, "id")}"
            )
            .ToList();
        var lists = data.GetProperty("codelists")
            .EnumerateArray()
            .Select(one => $"urn:sdmx:org.sdmx.infomodel.codelist.Codelist=BRIPIPELINE:{Text(one, "id")}(1.0)")
            .ToList();

        Assert.Equal(
            $"urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=BRIPIPELINE:{Text(structure, "id")}(1.0)",
            Text(data.GetProperty("dataflows")[0], "structure")
        );
        Assert.All(
            dimensions.Concat(attributes).Append(components.GetProperty("measureList").GetProperty("primaryMeasure")),
            component => Assert.Contains(Text(component, "conceptIdentity"), concepts)
        );
        Assert.All(
            Items(list, "dimensions"),
            dimension => Assert.Contains(Text(dimension.GetProperty("localRepresentation"), "enumeration"), lists)
        );
        Assert.Equal(
            Enumerable.Range(0, dimensions.Count),
            dimensions.Select(dimension => dimension.GetProperty("position").GetInt32())
        );
        Assert.All(dimensions, dimension => Assert.Matches("^(|Measure|Time)Dimension$", Text(dimension, "type")));
        Assert.All(
            attributes,
            attribute =>
            {
                Assert.Matches("^(Mandatory|Conditional)$", Text(attribute, "assignmentStatus"));
                Assert.Equal("OBS_VALUE", Text(attribute.GetProperty("attributeRelationship"), "primaryMeasure"));
            }
        );
    }

    private static void AssertObservation(JsonProperty observation, int[] dimensions, int[] attributes)
    {
        AssertKey(observation.Name, dimensions);
        var values = observation.Value.EnumerateArray().ToList();
        Assert.Equal(JsonValueKind.Number, values[0].ValueKind);
        Assert.Equal(attributes.Length + 1, values.Count);
        Assert.All(values.Skip(1).Zip(attributes), pair => Assert.InRange(pair.First.GetInt32(), 0, pair.Second - 1));
    }

    private static void AssertKey(string key, int[] sizes)
    {
        Assert.Matches("^[0-9]+(:[0-9]+)*$", key);
        var positions = key.Split(':').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(sizes.Length, positions.Count);
        Assert.All(positions.Zip(sizes), pair => Assert.InRange(pair.First, 0, pair.Second - 1));
    }

    /// <summary>A link has its relation, and an address or a URN.</summary>
    private static void AssertLinks(JsonElement holder) =>
        Assert.All(
            holder.GetProperty("links").EnumerateArray(),
            link =>
            {
                Assert.NotEmpty(Text(link, "rel"));
                Assert.StartsWith("urn:sdmx:org.sdmx.infomodel.", Text(link, "urn"), StringComparison.Ordinal);
            }
        );

    private static void AssertTime(string text) =>
        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$", text);

    private static int[] Sizes(JsonElement components) =>
        [.. components.EnumerateArray().Select(component => component.GetProperty("values").GetArrayLength())];

    private static JsonElement.ObjectEnumerator Members(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var members) ? members.EnumerateObject() : [];

    private static JsonElement.ArrayEnumerator Items(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var items) ? items.EnumerateArray() : [];

    private static string Text(JsonElement holder, string name) => holder.GetProperty(name).GetString()!;

    private async Task<JsonElement> MessageAsync(string address) =>
        JsonDocument.Parse(await host.Client.GetStringAsync(address, Cancellation)).RootElement;

    [GeneratedRegex("^[A-Za-z0-9_@$-]+$")]
    private static partial Regex Id();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]*$")]
    private static partial Regex Name();
}
