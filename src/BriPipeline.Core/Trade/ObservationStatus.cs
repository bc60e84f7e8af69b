namespace BriPipeline.Core.Trade;

/// <summary>SDMX CL_OBS_STATUS, as far as a row can carry it; missing kinds make no row.</summary>
public enum ObservationStatus
{
    /// <summary>Normal.</summary>
    A,

    /// <summary>Provisional.</summary>
    P,

    /// <summary>Estimated.</summary>
    E,

    /// <summary>Break in the series.</summary>
    B,

    /// <summary>Not significant: printed as nil, below half a unit.</summary>
    N,

    /// <summary>Low reliability.</summary>
    U,
}
