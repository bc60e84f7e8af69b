using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Observations.Labels;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations;

/// <summary>Reporter and partner of the figures of one table. No title that only mentions an area makes it the reporter of a profile
/// that names another one.</summary>
internal sealed class AreaRule
{
    private readonly TableLayout table;
    private readonly SourceProfile profile;
    private readonly ProfileDefaults defaults;
    private readonly TitleFacts title;
    private readonly Area? declaredReporter;
    private readonly Area? declaredPartner;
    private readonly bool hasPartners;
    private readonly bool namesReporters;
    private readonly IReadOnlyList<Area> ofNames;
    private readonly string? ofSome;

    public AreaRule(
        TableLayout table,
        SourceProfile profile,
        ProfileDefaults defaults,
        TableStatements said,
        TitleFacts title,
        LabelTexts texts
    )
    {
        this.table = table;
        this.profile = profile;
        this.defaults = defaults;
        this.title = title;
        declaredReporter = (Area?)said.Settle(Dimension.Reporter).Value;
        declaredPartner = (Area?)said.Settle(Dimension.Partner).Value;
        hasPartners = table.Columns.Any(column => column is { Use: ColumnUse.Label, Dimension: Dimension.Partner });
        namesReporters =
            profile.Reporter is null
            && defaults.Partner is not null
            && declaredReporter is null
            && declaredPartner is null
            && title.CaptionAreas.Count == 0
            && !table.Columns.Any(column =>
                column is { Use: ColumnUse.Label, Dimension: Dimension.Reporter }
                || texts.Terms(column.Heading).Any(term => term is { Kind: TermKind.Dimension, Code: "partner" })
                || column.Heading.Split(" | ").Any(text => SaysSide(text, texts))
            );
        ofNames =
        [
            .. table
                .TableContext.Where(label =>
                    label is { Dimension: Dimension.Partner, Reach: Reach.SheetName or Reach.FileName }
                )
                .SelectMany(label => ReadText.Of(label.Text).Areas)
                // Three letters may be anything there, but for those of a group: "cis", "eu".
                .Where(mention => mention.Length > 3 || !mention.Area.IsCountry)
                .Select(mention => mention.Area),
        ];
        ofSome = table.Outside.FirstOrDefault(SomePartners.AreNamedIn);
        Conflict = FindConflict();
    }

    /// <summary>"Exports to China", "Exports EU": which side of the trade an area is.</summary>
    private static bool SaysSide(string heading, LabelTexts texts) =>
        texts.Flows(heading).Count > 0 && ReadText.Of(heading).Areas.Count > 0;

    /// <summary>Why the reporter of the whole table is in doubt: the workbook names another one than the profile.</summary>
    public Refusal? Conflict { get; }

    /// <summary>The label's reporter, else the one that the profile, a line of key and value, or the title names. Where the profile says
    /// with whom all trade is, and nothing says whose it is, the areas that the labels name are the reporters; a total of them is none.</summary>
    /// <param name="side">The area that a label names without saying which side of the trade it is.</param>
    public Area? Reporter(Area? label, Named<Area>? side) =>
        label is not null ? label
        : namesReporters && side is { } named ? (named.Value != Area.World || NamesWorld(named) ? named.Value : null)
        : IsOutsideOfGroup(side) ? side!.Value
        : profile.Reporter is { } own ? new Area(own)
        : declaredReporter is not null ? declaredReporter
        : hasPartners && declaredPartner is { IsCountry: true } only ? only
        // Where a column, or the profile, says with whom the trade is, the title says whose it is.
        : title.CaptionAreas is [(var area, false)] && (hasPartners || defaults.Partner == Area.World.Code) ? area
        : null;

    /// <summary>Why the figures of a label's reporter are not those of the source; null where they are.</summary>
    public Refusal? ConflictOf(Area? reporter) =>
        profile.Reporter is { } expected && reporter is { } found && found.Code != expected
            ? PlaceText.Refuse(FindingCodes.ReporterConflict, "the workbook", found, "the profile", expected)
            : null;

    /// <summary>The partner of a figure. Where a column names partners, a row with a blank label takes no partner from anything
    /// farther away. A total below a title that names a group, or an unknown one, is not that of the world; what is named "world"
    /// there is of one of the two.</summary>
    public Settled<Area> Partner(Named<Area>? named, Area? reporter)
    {
        if (IsOutsideOfGroup(named))
        {
            return new(title.PartnerGroup, null);
        }

        // Its own members among the partners that a union has outside are members reporting.
        if (
            title.PartnerGroup is { } those
            && reporter is { IsGroup: true }
            && named is { Value: var member }
            && AreaCodeList.Standard.Excludes(those, member)
        )
        {
            return new(null, $"{member} / {those}");
        }

        if (namesReporters && named is not null)
        {
            if (title.OpenLimit is { } open)
            {
                return new(null, $"{defaults.Partner} / {open}");
            }

            var other = title.Groups.FirstOrDefault(group => group.Code != defaults.Partner);
            return title.Groups.Count == 0 || other == default
                ? new(new Area(defaults.Partner!), null)
                : new(null, $"{defaults.Partner} / {other}");
        }

        var label = named?.Value;
        if (title.PartnerGroup is { } limited && (label is null ? !hasPartners : label == Area.World))
        {
            return NamesWorld(named) || title.CaptionAreas.Any(mention => mention.Area != reporter)
                ? new(null, $"{Area.World} / {limited}")
                : new(limited, null);
        }

        var partner = label ?? (hasPartners ? null : OfTitle(reporter));
        if (partner == Area.World && title.OpenLimit is { } words)
        {
            return new(null, string.Join(" / ", title.Groups.Prepend(Area.World).Distinct()) + $" / {words}");
        }

        if (partner == Area.World && title.Groups.Any(group => group != Area.World && group.Code != profile.Reporter))
        {
            return title.Groups is [var only] && only.Code != "_OTHER" && !NamesWorld(named)
                ? Named(only, label)
                : new(null, string.Join(" / ", title.Groups.Prepend(Area.World).Distinct()));
        }

        // A total in a file or sheet named after a group may be the group's.
        if (
            label == Area.World
            && !NamesWorld(named)
            && ofNames.FirstOrDefault(area => area.IsGroup && area != Area.World) is { Code: not null } group
        )
        {
            return new(null, $"{Area.World} / {group}");
        }

        return partner is { } one ? Named(one, label)
            : !hasPartners && defaults.Partner is { } own && (StrangerTo(own, reporter)?.Code ?? ofSome) is { } against
                ? new(null, $"{own} / {against}")
            : default;
    }

    /// <summary>Whether an area, where nothing says whose trade the table is of, is none of the partners to which its title limits
    /// the figures, and so a reporter: Armenia below "exports of the EAEU to third countries".</summary>
    private bool IsOutsideOfGroup(Named<Area>? side) =>
        title.PartnerGroup is { } group
        && side is { Value: var area }
        && profile.Reporter is null
        && declaredReporter is null
        && AreaCodeList.Standard.Excludes(group, area);

    /// <summary>By its name, and not by a word for a total, which may be that of anything.</summary>
    private static bool NamesWorld(Named<Area>? label) =>
        label is { Name: { } name } && ReadText.Of(name).Areas.Any(mention => mention.Area == Area.World);

    private Settled<Area> Named(Area partner, Area? label) =>
        (partner == Area.World || label is null) && title.UnknownPartners is { } unknown
            ? new(null, $"{partner} / {unknown}")
            : new(partner, null);

    /// <summary>Where no label names the partner, the title's other country or the profile's.</summary>
    private Area? OfTitle(Area? reporter)
    {
        if (declaredPartner is { } declared && declared != reporter)
        {
            return declared;
        }

        var others = title
            .CaptionAreas.Where(mention => mention.Area != reporter)
            .Select(mention => mention.Area)
            .Distinct()
            .ToList();
        return others.Count == 1 ? others[0]
            : others.Count > 0 ? null
            // "Countries of the far abroad" over figures without partners are the partner of all of them.
            : title.Groups.Where(group => group != Area.World && group.Code != profile.Reporter).ToList() is [var group]
                ? group
            : defaults.Partner is { } own && ofSome is null && StrangerTo(own, reporter) is null ? new Area(own)
            : null;
    }

    /// <summary>An area after which the sheet or the file is named and which is neither side: no default stands against it.</summary>
    private Area? StrangerTo(string partner, Area? reporter) =>
        ofNames.Where(area => area.Code != partner && area != reporter && area.Code != profile.Reporter).ToList()
            is [var other, ..]
            ? other
            : null;

    private Refusal? FindConflict()
    {
        if (profile.Reporter is not { } expected)
        {
            return null;
        }

        var named = title.CaptionAreas.Where(mention => !mention.IsTowards).Select(mention => mention.Area).ToList();
        var other =
            declaredReporter is { } declared && declared.Code != expected ? declared
            : named.Count > 0 && !named.Exists(area => area.Code == expected) ? named[0]
            // "Exports of the EAEU to third countries" are not those of one member, unless it is named beside.
            : named.Count == 0 && title.Union is { } union && union.Code != expected ? union
            : (Area?)null;
        return ConflictOf(other);
    }
}
