using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Golden;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Reports;

/// <summary>A long table that was recognised is described by its headings, and read by that description alone with the same figures.</summary>
public sealed class LongTablePinTests
{
    [Theory]
    [InlineData("codes-beside-names")]
    [InlineData("long-with-areas-of-both-sides")]
    [InlineData("blank-partner")]
    public void Pin_GivesTheSameFigures(string name)
    {
        var golden = GoldenReading.Of(name);
        var recognised = Read(golden, golden.Profile);
        var pin = LongTablePin.Of(recognised);

        Assert.NotNull(pin);
        var json = new PinnedLayout { Formats = [pin] }.ToJson();
        var described = Read(golden, golden.Profile.WithPinned(json));
        Assert.NotNull(described.Format);
        Assert.Equal(recognised.Observations().Select(Show), described.Observations().Select(Show));
    }

    [Fact]
    public void Pin_IsNone_OfAFileThatIsReadByItsFormat()
    {
        var golden = GoldenReading.Of("format-comtrade");

        Assert.Null(LongTablePin.Of(Read(golden, golden.Profile)));
    }

    private static Reading Read(GoldenReading golden, SourceProfile profile)
    {
        using var content = File.OpenRead(golden.Workbook);
        return Reading.Read(content, Path.GetFileName(golden.Workbook), profile);
    }

    private static string Show(Observation one) =>
        $"{one.Provenance.Cell} {one.Key.Reporter} {one.Key.Partner} {one.Key.Flow} {one.Key.Commodity} {one.Key.Unit} {one.Key.Period} {one.Value} {one.Status}";
}
