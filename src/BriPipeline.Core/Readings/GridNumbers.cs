using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Readings;

/// <summary>Counts the numbers of a workbook by the places where they stand.</summary>
internal static class GridNumbers
{
    /// <summary>How many there are, and how many stand where figures are read, which is counted elsewhere.</summary>
    /// <param name="causes">Of a sheet: why a number at a row and column is no value; null where figures are read.</param>
    public static (int All, int Figures) Count(
        Workbook workbook,
        Func<Sheet, Func<int, int, NumberCause?>> causes,
        NumberAccount account
    )
    {
        var (all, figures) = (0, 0);
        foreach (var sheet in workbook.Sheets)
        {
            var causeAt = causes(sheet);
            for (var row = 1; row <= sheet.RowCount; row++)
            {
                var last = sheet.LastColumn(row);
                for (var column = 1; column <= last; column++)
                {
                    if (!NumberText.IsNumber(sheet[row, column]))
                    {
                        continue;
                    }

                    all++;
                    if (causeAt(row, column) is { } cause)
                    {
                        account.Add(cause);
                    }
                    else
                    {
                        figures++;
                    }
                }
            }
        }

        return (all, figures);
    }
}
