namespace BriPipeline.Core.Findings;

/// <summary>What parts say against their wholes: partners, groups, flows, periods and published shares. A slip of the source is
/// pointed out and never altered.</summary>
public static partial class FindingCodes
{
    public static readonly FindingCode TotalDiffers = new(
        "total-differs",
        Severity.Warning,
        "Partners do not add up to the total",
        "{0} is {1}, but the partners add up to {2} (difference {3}), where most totals of the sheet agree with theirs. Periods like it: {4} ({5}).",
        "Compare the total and its partners with the publication; one of them is wrong."
    );

    public static readonly FindingCode TotalOfOneGroup = new(
        "total-of-one-group",
        Severity.RejectCell,
        "Total of all partners or of one group",
        "The total of {0} is exactly the sum of the {1} partners listed, all of which belong to {2}: it may be the total of that group or of all partners; it was not stored.",
        "Name in the title or in the row which total it is."
    );

    public static readonly FindingCode TotalOfSome = new(
        "total-of-some",
        Severity.RejectCell,
        "Total of all partners or of those listed",
        "The total of {0} is exactly the sum of the {1} partners listed under \"{2}\": it may be theirs or that of all partners; it was not stored.",
        "Name in the title or in the row which total it is."
    );

    public static readonly FindingCode SharesAsValues = new(
        "shares-as-values",
        Severity.RejectCell,
        "Shares where values should stand",
        "Every total of {0} is exactly 100 and no figure is more: these are shares of it in per cent; they were not stored.",
        "Upload the table of values."
    );

    public static readonly FindingCode TotalIsNone = new(
        "total-is-none",
        Severity.RejectCell,
        "Total below its partners",
        "The total of {0} ({1}) is below one of its partners, as in most periods of the sheet: it is the total of something else; it was not stored.",
        "Check what the row counts and name it."
    );

    public static readonly FindingCode PartnersExceedTotal = new(
        "partners-exceed-total",
        Severity.Warning,
        "Partners add up to more than the total",
        "The countries add up to {0} and the total is {1}; so it is in {2} of {3} columns or periods of the sheet.",
        "Check whether a partner is listed twice or is a group, and whether the total is that of all partners."
    );

    public static readonly FindingCode PartnersPartial = new(
        "partners-partial",
        Severity.Note,
        "Partners are some of all",
        "The countries listed make up {0} of the total, so that the total could not be proved.",
        "Nothing to do if the list is meant to be partial."
    );

    public static readonly FindingCode SumsNotAdditive = new(
        "sums-not-additive",
        Severity.Note,
        "Parts that do not add up, as their publisher says",
        "{0} is {1} and the partners add up to {2}, as in other totals of the sheet: the figures are seasonally adjusted, or the publisher says that they do not add up.",
        "Nothing to do."
    );

    public static readonly FindingCode GroupDiffers = new(
        "group-differs",
        Severity.Warning,
        "Members do not add up to their group",
        "{0} is {1}, but its members add up to {2} (difference {3}), where most other figures of the group agree with theirs. Periods like it: {4} ({5}).",
        "Compare the group and its members with the publication; one of them is wrong."
    );

    public static readonly FindingCode MemberAboveGroup = new(
        "member-above-group",
        Severity.Warning,
        "Member above its group",
        "{0} is {1}, more than its group {2}, {3} at {4}.",
        "Compare both with the publication."
    );

    public static readonly FindingCode MembersExceedGroup = new(
        "members-exceed-group",
        Severity.Note,
        "Group without some of its members",
        "The members of {0} add up to {1} and the row says {2}; so it is in {3} of {4} columns or periods: the publisher counts fewer members.",
        "Nothing to do: the row is stored as published and never compared across compositions."
    );

    public static readonly FindingCode GroupChanged = new(
        "group-changed",
        Severity.Warning,
        "Group with other members than before",
        "{0} does not add up from the same countries in {1} and {2}; left: {3}; joined: {4}.",
        "Do not compare the group's figures across the change."
    );

    public static readonly FindingCode FlowsUnproved = new(
        "flows-unproved",
        Severity.Warning,
        "Flows that do not add up",
        "{0} differs from {1} in {2} of {3} figures of the sheet: a column may have the wrong name.",
        "Check the headings of the columns."
    );

    public static readonly FindingCode ImportsIdentical = new(
        "imports-identical",
        Severity.Warning,
        "Imports by origin and by consignment are the same",
        "All {0} figures of imports by country of consignment equal those by country of origin: one column may be a copy of the other.",
        "Compare both columns with the publication."
    );

    public static readonly FindingCode YearDiffers = new(
        "year-differs",
        Severity.Warning,
        "Shorter periods do not add up to the longer",
        "{0} is {1}, but the periods within it add up to {2} (difference {3}), where most of the sheet agrees. Periods like it: {4} ({5}).",
        "Compare them with the publication; one is wrong or was revised alone."
    );

    public static readonly FindingCode PeriodsUnproved = new(
        "periods-unproved",
        Severity.Note,
        "Periods that do not add up",
        "The {0} differ from the sum of their {1} in {2} cases, most in {3}: {4} against {5}.",
        "Check whether one of them was revised without the other."
    );

    public static readonly FindingCode EvidenceDiffers = new(
        "evidence-differs",
        Severity.Warning,
        "Published share, growth or balance disagrees",
        "{0} is {1}, and \"{2}\" is printed at {3} where {4} follows: {5}; most of the column agrees.",
        "Compare the figure and the printed number with the publication; one of them is wrong."
    );
}
