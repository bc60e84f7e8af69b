using System.Globalization;
using System.Text.RegularExpressions;
using BriPipeline.Core.Trade;
using BriPipeline.Web.Api;

namespace BriPipeline.Web.Sdmx;

/// <summary>The parameters of SDMX queries.</summary>
internal static partial class SdmxParameters
{
    private const string TimeForm = "a period such as 2022, 2022-Q3, 2022-07 or 2022-07-01";

    internal static readonly ApiParameter<TimePeriod?> Start = new(
        "startPeriod",
        "Periods that end in or after this one",
        "2022",
        TimeForm,
        ReadPeriod
    );
    internal static readonly ApiParameter<TimePeriod?> End = new(
        "endPeriod",
        "Periods that start in or before this one",
        "2023-12",
        TimeForm,
        ReadPeriod
    );
    internal static readonly ApiParameter<DateTimeOffset?> UpdatedAfter = new(
        "updatedAfter",
        "Observations that changed since",
        "2020-01-01T00:00:00Z",
        "a time such as 2026-01-31T12:00:00Z",
        Parameters.ReadTime
    );
    internal static readonly ApiParameter<int?> First = new(
        "firstNObservations",
        "So many of each series, from its start",
        "1",
        "a whole number from 1 to 1000",
        ReadCount
    );
    internal static readonly ApiParameter<int?> Last = new(
        "lastNObservations",
        "So many of each series, up to its end",
        "1",
        "a whole number from 1 to 1000",
        ReadCount
    );
    internal static readonly ApiParameter<string> Detail = OneOf(
        "detail",
        "How much of it",
        "full",
        "full",
        "dataonly",
        "serieskeysonly",
        "nodata"
    );
    internal static readonly ApiParameter<string> AtObservation = OneOf(
        "dimensionAtObservation",
        "How observations are grouped",
        "TIME_PERIOD",
        "TIME_PERIOD",
        "AllDimensions"
    );
    internal static readonly ApiParameter<string> History = OneOf(
        "includeHistory",
        "Earlier values too: /api/v1/revisions has them",
        "false",
        "false"
    );
    internal static readonly ApiParameter<string> StructureDetail = OneOf(
        "detail",
        "How much of it",
        "full",
        "full",
        "allstubs",
        "referencestubs",
        "referencepartial",
        "allcompletestubs",
        "referencecompletestubs"
    );
    internal static readonly ApiParameter<string> References = OneOf(
        "references",
        "What comes along",
        "none",
        "none",
        "all",
        "children",
        "descendants",
        "parents",
        "parentsandsiblings"
    );

    private static ApiParameter<string> OneOf(string name, string about, string example, params string[] values) =>
        new(
            name,
            about,
            example,
            $"one of {string.Join(", ", values)}",
            text => values.Contains(text, StringComparer.Ordinal) ? text : null
        );

    private static int? ReadCount(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 1000
            ? count
            : null;

    /// <summary>A day stands for its month: nothing here is published by the day.</summary>
    private static TimePeriod? ReadPeriod(string text) =>
        Day().IsMatch(text) ? Parameters.ReadPeriod(text[..7]) : Parameters.ReadPeriod(text);

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]*Z?)?\z")]
    private static partial Regex Day();
}
