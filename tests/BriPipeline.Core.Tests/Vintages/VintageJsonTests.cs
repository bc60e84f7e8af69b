using System.Text;
using System.Text.Json;
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
