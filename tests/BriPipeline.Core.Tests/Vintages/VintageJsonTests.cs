using System.Text;
using System.Text.Json;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Tests.Vintages;

public sealed class VintageJsonTests
{
    [Fact]
    public void Plan_IsTheSameAfterwards_AndEqualPlansGiveEqualBytes()
    {
        const string Steps = "a/08 1=12.34 2=6P Q1=3; a/09 1=12.5 2=x Q1=3";
        var plan = History.Of(Steps).Last with { State = "s" };

        var bytes = Bytes(json => VintageJson.Write(json, plan));
        var read = VintageJson.ReadPlan(bytes);

        Assert.Equal(plan.Rows, read.Rows);
        Assert.Equal(plan.Revisions, read.Revisions);
        Assert.Equal(plan.Series, read.Series);
        Assert.Equal(plan.Removed, read.Removed);
        Assert.Equal(plan.Counts, read.Counts);
        Assert.Equal(bytes, Bytes(json => VintageJson.Write(json, read)));
        Assert.Equal(bytes, Bytes(json => VintageJson.Write(json, History.Of(Steps).Last with { State = "s" })));
    }

    [Fact]
    public void Manifest_IsTheSameAfterwards()
    {
        var manifest = History.Of("a/08 1=12.34 2=6P Q1=3; a/09 1=12.3 2=x Q1=3").Manifests.Single();

        var read = VintageJson.ReadManifest(Bytes(json => VintageJson.Write(json, manifest)));

        Assert.Equal(manifest.Path, read.Path);
        Assert.Equal(manifest.Claims, read.Claims);
    }

    /// <summary>A plan made anew after an update must not differ from the one that was begun before.</summary>
    [Fact]
    public void Properties_KeepTheirOrder()
    {
        var history = History.Of("a/08 1=12.34");
        var row = (TradeRow)
            FigureAttribute.All.Aggregate(
                (FigureFields)history.Last.Rows[0],
                (figure, attribute) => attribute.With(figure, attribute.Name)
            );
        var plan = history.Last with { Rows = [row with { Decimals = 2, Sha256 = "0" }] };
        var claim = history.Manifests.Single().Claims[0];
        var figure = (Figure)
            FigureAttribute.All.Aggregate(
                (FigureFields)claim.Figure!,
                (fields, attribute) => attribute.With(fields, attribute.Name)
            );
        var manifest = new Manifest("a", [claim with { Figure = figure with { Decimals = 2 } }]);

        var rows = JsonDocument.Parse(Bytes(json => VintageJson.Write(json, plan))).RootElement.GetProperty("rows");
        var claims = JsonDocument
            .Parse(Bytes(json => VintageJson.Write(json, manifest)))
            .RootElement.GetProperty("claims");

        var fields = string.Join(
            ' ',
            FigureAttribute.All.Select(attribute => JsonNamingPolicy.CamelCase.ConvertName(attribute.Name))
        );
        fields = $"value multiplier decimals status {fields}";
        Assert.Equal(
            $"key source {fields} edition upload sha256 sheet cell raw seq firstSeen lastChanged",
            Names(rows[0])
        );
        Assert.Equal($"{fields} sheet cell raw lastDigit", Names(claims[0].GetProperty("figure")));
    }

    private static string Names(JsonElement element) =>
        string.Join(' ', element.EnumerateObject().Select(property => property.Name));

    [Fact]
    public void State_IsTheSameAfterwards_InOrderOfPaths()
    {
        var version = new AppliedVersion("b", "1", "2", "3", DateTimeOffset.UnixEpoch, "m", 7);
        var state = SourceState.Empty.With(version).With(version with { Path = "a" }).With(version);

        var read = VintageJson.ReadState(Bytes(json => VintageJson.Write(json, state)));

        Assert.Equal("a b", string.Join(' ', read.Applied.Select(applied => applied.Path)));
        Assert.Equal(state.Applied, read.Applied);
    }

    [Fact]
    public void Read_Throws_WhenAKeyIsNone() =>
        Assert.Throws<JsonException>(() =>
            VintageJson.ReadManifest(
                Encoding.UTF8.GetBytes("""{"path":"a","versions":[],"claims":[{"key":"KAZ","stated":0}]}""")
            )
        );

    internal static byte[] Bytes(Action<Stream> write)
    {
        using var json = new MemoryStream();
        write(json);
        return json.ToArray();
    }
}
