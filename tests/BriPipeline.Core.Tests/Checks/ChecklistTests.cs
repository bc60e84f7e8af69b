using System.Globalization;
using System.Text;
using BriPipeline.Core.Checks;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Tests.Checks;

public sealed class ChecklistTests
{
    [Theory]
    [InlineData(Checklist.MaxFigures, false)]
    [InlineData(Checklist.MaxFigures + 1, true)]
    public void Read_SaysThatChecksAreLeftOut_WhereFiguresAreTooMany(int figures, bool isSaid)
    {
        var table = new StringBuilder("Partner,Period,HS code,Exports thousand USD\n");
        for (var i = 0; i < figures; i++)
        {
            var (month, code) = int.DivRem(i, 1000);
            table.Append(
                CultureInfo.InvariantCulture,
                $"China,{2000 + (month / 12)}-{(month % 12) + 1:00},{100_000 + code},{i}\n"
            );
        }

        using var content = new MemoryStream(Encoding.UTF8.GetBytes(table.ToString()));
        var reading = Reading.Read(content, "table.csv", new SourceProfile { Name = "test", Reporter = "KAZ" });

        Assert.Equal(figures, reading.Observations().Count());
        Assert.Equal(isSaid, reading.Findings.Any(finding => finding.Code == FindingCodes.ChecksLeftOut));
    }
}
