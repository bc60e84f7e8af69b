namespace BriPipeline.Core.Findings;

/// <summary>What storage cannot take, and what earlier figures make odd.</summary>
public static partial class FindingCodes
{
    public static readonly FindingCode KeyNotStorable = new(
        "key-not-storable",
        Severity.RejectCell,
        "Code too long or with a forbidden character",
        "The code '{0}' cannot be part of a row's key.",
        "Shorten the label or the code, and leave out the characters | ~ / \\ # ?."
    );

    public static readonly FindingCode TextTooLong = new(
        "text-too-long",
        Severity.RejectCell,
        "Text too long",
        "The {0} beside this figure has {1} characters; at most {2} can be stored.",
        "Shorten it."
    );

    public static readonly FindingCode DerivedNegative = new(
        "derived-negative",
        Severity.Warning,
        "Derived month negative",
        "{0} would be {1}, computed as {2} less {3}; the month was not stored.",
        "Check both figures; one of them may have been revised without the other."
    );
}
