using System.Text;
using BriPipeline.Core.Evidence;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Layouts;

/// <summary>DESIGN section 4, rule 4: all rules are asked, one winner decides, two are rivals.</summary>
public sealed class RoleVerdictTests
{
    private static readonly RoleRule Figures = Rule("a-figures", Precedence.Content, RoleAnswer.Figures);
    private static readonly RoleRule Other = Rule(
        "b-share",
        Precedence.Content,
        RoleAnswer.NotStored(ColumnUse.Evidence, "share")
    );
    private static readonly RoleRule Label = Rule("c-label", Precedence.Content, RoleAnswer.Label(Dimension.Partner));
    private static readonly RoleRule Weaker = Rule("d-weaker", Precedence.Weak, RoleAnswer.Label(Dimension.Flow));

    [Fact]
    public void Of_KeepsRivals_WhereTwoRulesGiveDifferentAnswers()
    {
        Assert.Equal((ColumnUse.Alternatives, "a-figures / b-share"), Role(Figures, Other));
        // What may tell rows apart parts them.
        Assert.Equal((ColumnUse.Label, "a-figures / c-label"), Role(Label, Figures));
    }

    [Fact]
    public void Of_LetsOneWinnerDecide_WhateverWeakerRulesSay()
    {
        Assert.Equal((ColumnUse.Figures, "a-figures"), Role(Weaker, Figures));
        Assert.Equal((ColumnUse.Figures, "a-figures, e-same"), Role(Figures, Figures with { Name = "e-same" }));
    }

    private static (ColumnUse, string) Role(params RoleRule[] rules)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("Country,Exports\nChina,1.5\nItaly,4.5\n"));
        var workbook = WorkbookReader.Read(content, "a.csv").Workbook!;
        var role = DrawnTable.Tables(workbook, SourceProfile.Unknown("a"), rules).Single()[1];
        return (role.Use, role.Rule);
    }

    private static RoleRule Rule(string name, Precedence precedence, RoleAnswer answer) =>
        new(name, precedence, _ => true, _ => answer, "");
}
