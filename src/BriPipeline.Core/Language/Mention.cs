using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>What one span of a text says. Spans may overlap: then they are rivals, or say several things.</summary>
/// <param name="Start">Index of its first character in the text as given.</param>
public abstract record Mention(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>A name of one area, whole.</summary>
public sealed record AreaMention(Area Area, int Start, int Length) : Mention(Start, Length);

/// <summary>A period, or a part of one.</summary>
public sealed record PeriodMention(PeriodPart Part) : Mention(Part.Start, Part.Length);

public sealed record FlowMention(TradeFlow Flow, int Start, int Length) : Mention(Start, Length);

/// <summary>A unit with the power of ten that the text gives it, as one value; a power alone where the text names no unit.</summary>
public sealed record UnitMention(ScaledUnit Unit, int Start, int Length) : Mention(Start, Length);

/// <summary>That figures are provisional, estimated or final.</summary>
public sealed record StatusMention(ObservationStatus Status, int Start, int Length) : Mention(Start, Length);

/// <summary>A measure, valuation, variant, limit, total, word for a dimension, or filler.</summary>
/// <param name="Code">As of a <see cref="Term"/>.</param>
public sealed record WordMention(TermKind Kind, string Code, int Start, int Length) : Mention(Start, Length);

/// <summary>A word that connects names or limits them.</summary>
public sealed record ConnectionMention(Connection Connection, int Start, int Length) : Mention(Start, Length);

/// <summary>What a connecting word does.</summary>
public enum Connection
{
    /// <summary>"To": the partner that goods go to.</summary>
    Destination,

    /// <summary>"From": the partner that goods come from.</summary>
    Origin,

    /// <summary>"With": the partner, whatever the direction.</summary>
    Partner,

    /// <summary>"Of": whose trade it is, or what it is of.</summary>
    Owner,

    /// <summary>"For", "по": what figures cover.</summary>
    Scope,

    Conjunction,
    Including,
    Excluding,
}
