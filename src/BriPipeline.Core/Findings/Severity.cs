namespace BriPipeline.Core.Findings;

/// <summary>What a finding does to the figures it stands at.</summary>
public enum Severity
{
    /// <summary>For information; everything was stored.</summary>
    Note,

    /// <summary>Stored, but somebody should look.</summary>
    Warning,

    /// <summary>The cells named give no observation.</summary>
    RejectCell,

    /// <summary>The whole table or file gives no observation until somebody corrects or accepts it.</summary>
    RejectWorkbook,
}
