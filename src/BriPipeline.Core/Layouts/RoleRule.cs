using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;

namespace BriPipeline.Core.Layouts;

/// <summary>How much a rule's sign counts: of all rules that apply to a column the first of these decides.</summary>
internal enum Precedence
{
    /// <summary>Where the column stands below its headings.</summary>
    Placement,

    /// <summary>What it is to the columns beside it.</summary>
    Peers,

    /// <summary>A heading of columns that speak of other columns: notes, statuses.</summary>
    Remark,

    /// <summary>What it holds.</summary>
    Content,

    /// <summary>Numbers that count nothing: positions, the publisher's own codes.</summary>
    Numbering,

    /// <summary>The words over it alone.</summary>
    Heading,

    /// <summary>A sign that is weak, or one that its neighbours have and it lacks.</summary>
    Weak,

    /// <summary>What is left where no other rule applies.</summary>
    Remainder,
}

/// <summary>What a rule makes of a column.</summary>
/// <param name="Reason">Why it is not stored; empty where it is.</param>
internal readonly record struct RoleAnswer(ColumnUse Use, Dimension? Dimension, LabelKind Kind, string Reason)
{
    public static RoleAnswer Figures => new(ColumnUse.Figures, null, LabelKind.Words, "");

    public static RoleAnswer Label(Dimension dimension, LabelKind kind = LabelKind.Words) =>
        new(ColumnUse.Label, dimension, kind, "");

    /// <summary>Labels of which it is not known what they are: rows that differ in them are parts.</summary>
    public static RoleAnswer NotUnderstood(string reason) =>
        new(ColumnUse.Label, Evidence.Dimension.Unmodelled, LabelKind.Words, reason);

    public static RoleAnswer Ignored(string reason) => NotStored(ColumnUse.Ignored, reason);

    public static RoleAnswer NotStored(ColumnUse use, string reason) => new(use, null, LabelKind.Words, reason);

    /// <summary>Whether two rules say the same of a column, for whatever reason.</summary>
    public bool Agrees(RoleAnswer other) => (Use, Dimension, Kind) == (other.Use, other.Dimension, other.Kind);
}

/// <summary>A rule of what a column is. Its needs say all that it depends on: where it stands in the table of rules says
/// nothing.</summary>
/// <param name="Name">As <c>--explain</c> and <c>layout.json</c> name it.</param>
/// <param name="Why">What makes a column so, in words.</param>
internal sealed record RoleRule(
    string Name,
    Precedence Precedence,
    Func<ColumnFacts, bool> Needs,
    Func<ColumnFacts, RoleAnswer> Gives,
    string Why
);
