using Azure.Data.Tables;

namespace BriPipeline.Storage.Tests;

public sealed class RowWriteTests
{
    [Theory]
    [InlineData(0, "")]
    [InlineData(99, "99")]
    [InlineData(100, "99 1")]
    [InlineData(250, "99 99 52")]
    public void Batches_LeaveAPlaceForTheFence(int rows, string expected) =>
        Assert.Equal(expected, Sizes(Enumerable.Range(0, rows).Select(row => Row(row, 10))));

    [Fact]
    public void Batches_StayBelowFourMebibytes()
    {
        var rows = Enumerable.Range(0, 99).Select(row => Row(row, 30_000)).ToList();

        var batches = RowWrite.Batches(rows, reserved: 1);

        Assert.Equal(rows.Count, batches.Sum(batch => batch.Count));
        Assert.All(batches, batch => Assert.InRange(batch.Sum(row => EntityLimits.SizeOf(row.Entity)), 1, 4 << 20));
    }

    [Fact]
    public void Batches_AreTheSame_InWhateverOrderTheRowsCome()
    {
        var rows = Enumerable.Range(0, 120).Select(row => Row(row, 10)).ToList();

        Assert.Equal(
            RowWrite.Batches(rows, 1).SelectMany(batch => batch),
            RowWrite.Batches(rows.AsEnumerable().Reverse(), 1).SelectMany(batch => batch)
        );
    }

    private static string Sizes(IEnumerable<RowWrite> rows) =>
        string.Join(' ', RowWrite.Batches(rows, reserved: 1).Select(batch => batch.Count));

    private static RowWrite Row(int number, int length) =>
        RowWrite.Of(new TableEntity("p", $"r{number:000}") { ["Raw"] = new string('я', length) });
}
