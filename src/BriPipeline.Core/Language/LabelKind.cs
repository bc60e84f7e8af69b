namespace BriPipeline.Core.Language;

/// <summary>In which way the text of a label is to be taken.</summary>
public enum LabelKind
{
    /// <summary>Words: a name, a phrase, a date.</summary>
    Words,

    /// <summary>An ISO 3166 or M49 code of an area; a commodity's digits.</summary>
    Code,

    /// <summary>A bare year, or a text that holds one.</summary>
    Year,

    /// <summary>A month by number or name.</summary>
    Month,

    /// <summary>A month with its year, where the same text may be two years.</summary>
    YearMonth,

    /// <summary>A quarter by number.</summary>
    Quarter,

    /// <summary>A power of ten by number or name, apart from the unit it belongs to.</summary>
    Multiplier,

    /// <summary>A group that what another column names lies in: the name of a commodity begins with it.</summary>
    Group,
}
