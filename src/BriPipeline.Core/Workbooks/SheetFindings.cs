using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Workbooks;

/// <summary>Findings with a place in a sheet.</summary>
public static class SheetFindings
{
    extension(Finding)
    {
        /// <summary>A finding about a whole sheet.</summary>
        public static Finding OfSheet(FindingCode code, Sheet sheet, params string[] arguments) =>
            new(code, sheet.Name, null, null, arguments);

        /// <summary>A finding at one cell of a sheet's grid; quotes the cell and gives its published address.</summary>
        public static Finding OfCell(FindingCode code, Sheet sheet, CellAddress cell, params string[] arguments) =>
            new(
                code,
                sheet.Name,
                new CellRange(sheet.AddressOf(cell.Row, cell.Column)),
                sheet[cell.Row, cell.Column].Raw,
                arguments
            );
    }
}
