namespace BriPipeline.Core.Vintages;

/// <summary>What kind of change a row of <c>Revisions</c> tells; stored in lower case, part of the public contract.</summary>
public enum RevisionKind
{
    /// <summary>The value changed by more than rounding.</summary>
    Revised,

    /// <summary>The same value, printed with more or fewer digits.</summary>
    Precision,

    /// <summary>The same value under another status.</summary>
    Status,

    /// <summary>The publisher's newer version no longer has the row, nor has anyone else.</summary>
    Retracted,

    /// <summary>Retracted by a mark that says that the figure is missing.</summary>
    Withdrawn,

    /// <summary>Retracted by a mark of suppression.</summary>
    Suppressed,

    /// <summary>A row that had been retracted is there again.</summary>
    Restored,
}
