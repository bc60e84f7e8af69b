using BriPipeline.Core.Tests.Checks;

namespace BriPipeline.Core.Tests.Layouts;

/// <summary>DESIGN section 4, rule 3: a row of which the cells stand beside their headings is not read.</summary>
public sealed class ShiftedRowsTests
{
    [Theory]
    // One cell too many, with a number, a mark or a figure with a mark at the end.
    [InlineData("Russia | | 3 | 4", "row-shifted@D3", "B2=2021 C2=2022 B4=2021 C4=2022")]
    [InlineData("Россия | | 3 | ...", "row-shifted@D3", "B2=2021 C2=2022 B4=2021 C4=2022")]
    // A blank alone is a figure that is not there.
    [InlineData("Russia | | 4 |", "", "B2=2021 C2=2022 C3=2022 B4=2021 C4=2022")]
    public void Row_WithACellTooMany_IsNotRead(string row, string findings, string figures)
    {
        var reading = Checked.Read($"Country | 2021 | 2022 |\nChina | 1.5 | 2.5 |\n{row}\nItaly | 5.5 | 6.5 |");

        Assert.Equal(
            findings,
            string.Join(
                ' ',
                Checked.Show(reading).Split(' ').Where(one => one.StartsWith("row-shifted", StringComparison.Ordinal))
            )
        );
        Assert.Equal(figures, Checked.Figures(reading));
    }
}
