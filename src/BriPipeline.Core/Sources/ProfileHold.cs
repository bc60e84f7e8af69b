namespace BriPipeline.Core.Sources;

/// <summary>What holds a workbook back until somebody accepts it, beside the rules that always do.</summary>
public sealed record ProfileHold
{
    /// <summary>More than this share of the figures was refused, in per cent.</summary>
    public decimal? RejectedCells { get; init; }

    /// <summary>A total differs from the sum of what it counts.</summary>
    public bool? FailedTotal { get; init; }

    /// <summary>The table is laid out otherwise than in the source's last workbook.</summary>
    public bool? ChangedLayout { get; init; }
}
