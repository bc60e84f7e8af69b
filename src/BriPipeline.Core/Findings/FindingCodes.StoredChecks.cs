namespace BriPipeline.Core.Findings;

/// <summary>What was stored before says against figures that were read.</summary>
public static partial class FindingCodes
{
    public static readonly FindingCode SizeChanged = new(
        "size-changed",
        Severity.RejectWorkbook,
        "Figures out of scale with those before",
        "The figures of {0} are {1} times those of {2} ({3}; {4} compared, median): they look like another unit or currency; the file is held.",
        "Check the unit of the workbook and of the source's profile; accept the file if it is right."
    );

    public static readonly FindingCode LayoutChangedTotalFailed = new(
        "layout-changed-total-failed",
        Severity.RejectWorkbook,
        "New layout in which totals fail",
        "The source has not used this layout before, and its sums fail: {0} The file is held.",
        "See how the sheets were understood; accept the file if that is right, else pin the layout."
    );

    public static readonly FindingCode RevisionLarge = new(
        "revision-large",
        Severity.Warning,
        "Large revision",
        "{0} was {1} ({2}) and is now {3}: {4}.",
        "Check whether the publisher announced it."
    );

    public static readonly FindingCode GrowthTurned = new(
        "growth-turned",
        Severity.Warning,
        "Growth turned by a revision",
        "Growth of {0} on the year before was {1} and is now {2}.",
        "Check both revisions before the figure is quoted."
    );

    public static readonly FindingCode SeriesVanished = new(
        "series-vanished",
        Severity.Warning,
        "Partners no longer listed",
        "{1} partners of {0} that had trade in {3} ({4}) are not in the file: {2}.",
        "Check whether the list was cut off or the names changed."
    );

    public static readonly FindingCode MirrorGap = new(
        "mirror-gap",
        Severity.Note,
        "The partner reports another figure",
        "{0} is {1}; {2} reports {3} for the same trade ({4}).",
        "Nothing to do: freight, timing and transit make such gaps, and both sides are stored."
    );
}
