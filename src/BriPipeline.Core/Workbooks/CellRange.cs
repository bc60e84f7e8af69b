namespace BriPipeline.Core.Workbooks;

/// <summary>A rectangle of cells, both corners included; printed as A1 or A1:C3.</summary>
public readonly record struct CellRange(CellAddress First, CellAddress Last)
{
    public CellRange(CellAddress cell)
        : this(cell, cell) { }

    public bool Contains(CellAddress cell) =>
        cell.Row >= First.Row && cell.Row <= Last.Row && cell.Column >= First.Column && cell.Column <= Last.Column;

    public override string ToString() => First == Last ? First.ToString() : $"{First}:{Last}";
}
