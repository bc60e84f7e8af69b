namespace BriPipeline.Core.Sources;

/// <summary>What a column of a documented format is, or what a code of it says.</summary>
public enum FormatRole
{
    Reporter,
    Partner,
    Flow,

    /// <summary>A commodity, or the bare code of one in the nomenclature that <see cref="Classification"/> says.</summary>
    Commodity,

    /// <summary>The nomenclature of the commodity codes, as <c>HS</c> or <c>SITC</c>.</summary>
    Classification,

    /// <summary>How many digits the code of the commodity has; a program may have taken noughts before it away.</summary>
    Level,

    /// <summary>The nomenclature with its year, as <c>HS 2017</c>.</summary>
    Nomenclature,
    Unit,

    /// <summary>The power of ten of the figures: 3 for thousands.</summary>
    Power,

    /// <summary>The power of ten in which figures were first published, which stand in other units here.</summary>
    Published,

    /// <summary>A period or a part of one: columns of years and of months are put together.</summary>
    Period,
    Frequency,

    /// <summary>A status of SDMX CL_OBS_STATUS, or <c>missing</c>, <c>suppressed</c>.</summary>
    Status,
    Variant,
    Valuation,

    /// <summary><c>ST</c> special or <c>GT</c> general trade.</summary>
    TradeSystem,

    /// <summary>Of SDMX-CSV: <c>delete</c> takes the figure of the row back.</summary>
    Action,
    PartnerLabel,
    CommodityLabel,

    /// <summary>A column whose codes each say several of the above.</summary>
    Says,

    /// <summary>Numbers to be stored.</summary>
    Figures,

    /// <summary>A dimension that the store does not have: only rows of its total are read.</summary>
    Total,

    /// <summary>Documented and passed over: names of codes, links, marks without a bearing on the figures.</summary>
    Passed,
}
