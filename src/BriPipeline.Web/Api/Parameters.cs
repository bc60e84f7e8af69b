using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Language;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Web.Api;

/// <summary>Every parameter of the API, once.</summary>
internal static partial class Parameters
{
    /// <summary>Rows of one answer: the most, and what is given where nothing is said.</summary>
    internal const int MaxRows = 100_000;
    internal const int UsualRows = 10_000;

    /// <summary>Storage knows no times before.</summary>
    private const int FirstYear = 1601;

    internal static readonly ApiParameter<Area?> Reporter = new(
        "reporter",
        "Area that reports",
        "KAZ",
        "the code of an area such as KAZ, 001 or _EAEU",
        ReadArea
    );
    internal static readonly ApiParameter<Area?> Partner = new(
        "partner",
        "Area traded with",
        "CHN",
        "the code of an area such as CHN, 001 or _EAEU",
        ReadArea
    );

    internal static readonly ApiParameter<TradeFlow?> Flow = new(
        "flow",
        "Direction of trade",
        "X",
        "one of " + string.Join(", ", Enum.GetNames<TradeFlow>()),
        ReadName<TradeFlow>
    );

    internal static readonly ApiParameter<Commodity?> Commodity = new(
        "commodity",
        "What was traded",
        "TOTAL",
        "TOTAL or a code with its nomenclature such as HS.27",
        text => CommodityCode().IsMatch(text) ? new Commodity(text) : null
    );

    internal static readonly ApiParameter<Unit?> Unit = new(
        "unit",
        "Currency or unit of quantity",
        "USD",
        "a unit such as USD, KG or Q.NMP",
        text => UnitCode().IsMatch(text) ? new Unit(text) : null
    );

    internal static readonly ApiParameter<string> Source = new(
        "source",
        "Whose figures",
        "kz-bns",
        "the name of a source: small letters, digits and hyphens, at most 40",
        text => SourceName.IsValid(text) ? text : null
    );

    internal static readonly ApiParameter<string> Variant = new(
        "variant",
        "Series of this variant only",
        "SA",
        "the code of a variant such as SA",
        text => VariantCode().IsMatch(text) ? text : null
    );

    internal static readonly ApiParameter<Frequency?> Frequency = new(
        "frequency",
        "Kind of period",
        "M",
        "one of " + string.Join(", ", Enum.GetNames<Frequency>()),
        ReadName<Frequency>
    );

    internal static readonly ApiParameter<TimePeriod?> From = new(
        "from",
        "Periods that end in or after this one",
        "2022-01",
        PeriodForm,
        ReadPeriod
    );
    internal static readonly ApiParameter<TimePeriod?> To = new(
        "to",
        "Periods that start in or before this one",
        "2023-12",
        PeriodForm,
        ReadPeriod
    );
    internal static readonly ApiParameter<DateTimeOffset?> AsOf = new(
        "asOf",
        "What was known then",
        "2026-01-31T12:00:00Z",
        TimeForm,
        ReadTime
    );
    internal static readonly ApiParameter<DateTimeOffset?> ChangedSince = new(
        "changedSince",
        "Rows that changed at or after this time",
        "2026-01-31T12:00:00Z",
        TimeForm,
        ReadTime
    );

    internal static readonly ApiParameter<int?> Limit = new(
        "limit",
        string.Create(CultureInfo.InvariantCulture, $"Most rows of one answer; {UsualRows} where nothing is said"),
        "1000",
        string.Create(CultureInfo.InvariantCulture, $"a whole number from 1 to {MaxRows}"),
        text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
            && rows is >= 1 and <= MaxRows
                ? rows
                : null
    );

    internal static readonly ApiParameter<RowPosition?> After = new(
        "after",
        "Where the answer before ended: take it from its link, and do not make it up",
        Write(new("KAZ-CHN", "TOTAL|X|USD|kz-bns|M|2023-07")),
        "a position that an answer named",
        ReadPosition
    );

    internal static readonly ApiParameter<long?> Since = new(
        "since",
        "Imports after the one of this number",
        "0",
        "a whole number of at most 18 digits",
        text =>
            text.Length <= 18 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null
    );

    internal static readonly ApiParameter<UploadState?> State = new(
        "state",
        "Uploads in this state",
        "Done",
        "one of " + string.Join(", ", Enum.GetNames<UploadState>()),
        ReadName<UploadState>
    );

    internal static readonly ApiParameter<string> Version = new(
        "version",
        "This version of the path; the newest where nothing is said",
        "20231123T061202.0000000Z",
        "a version as a list of uploads names it",
        text => VersionName().IsMatch(text) ? text : null
    );

    internal static readonly ApiParameter<int?> Replace = new(
        "replace",
        "Replaces a file that is there: how many figures of it are stored, as the answer 409 says it",
        "1136",
        "a whole number",
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var figures) ? figures : null
    );

    internal static readonly ApiParameter<string> Replay = new(
        "replay",
        "Whether the source's other uploads that asked the same are read again too",
        "true",
        "true or false",
        text => text is "true" or "false" ? text : null
    );

    internal static readonly ApiParameter<string> FormatName = new(
        "format",
        "Instead of Accept",
        "csv",
        "a format",
        text => text
    );

    internal static readonly ApiParameter<string> Complete = new(
        "complete",
        "Whether CSV ends with a comment line that says how many rows it has",
        "true",
        "true or false",
        text => text is "true" or "false" ? text : null
    );

    internal static readonly ApiParameter<CodeNames> Labels = new(
        "labels",
        "Language in which a column of names stands behind each column of codes, in JSON and CSV",
        "en",
        "one of " + string.Join(", ", CodeNames.All.Select(names => names.Language)),
        text => CodeNames.All.FirstOrDefault(names => names.Language == text)
    );

    private const string PeriodForm = "a period such as 2022, 2022-Q3, 2022-07 or 2023-01--2023-07";
    private const string TimeForm = "a time such as 2026-01-31T12:00:00Z";

    internal static string Write(RowPosition position) =>
        Convert
            .ToBase64String(Encoding.UTF8.GetBytes($"{position.Partition}\n{position.Row}"))
            .Replace('+', '-')
            .Replace('/', '_')
            .TrimEnd('=');

    internal static TimePeriod? ReadPeriod(string text)
    {
        try
        {
            return TimePeriod.Parse(text);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    internal static DateTimeOffset? ReadTime(string text) =>
        // A plus sign that was not escaped arrives as a blank.
        DateTimeOffset.TryParse(
            text.Replace(' ', '+'),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
        && text.Length >= 10
        && time.UtcDateTime.Year >= FirstYear
            ? time.ToUniversalTime()
            : null;

    private static Area? ReadArea(string text) => AreaCode().IsMatch(text) ? new Area(text) : null;

    /// <summary>Names as they are written, and no numbers.</summary>
    private static T? ReadName<T>(string text)
        where T : struct, Enum => Enum.IsDefined(typeof(T), text) ? Enum.Parse<T>(text) : null;

    private static RowPosition? ReadPosition(string text)
    {
        try
        {
            var padded = text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (text.Length % 4)) % 4);
            var parts = new UTF8Encoding(false, throwOnInvalidBytes: true)
                .GetString(Convert.FromBase64String(padded))
                .Split('\n');
            return parts.Length == 2 && text.Length <= 2000 && !parts.Any(part => part.Any(char.IsControl))
                ? new(parts[0], parts[1])
                : null;
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\A(?:[A-Z]{3}|[0-9]{3}|_[A-Z0-9_]{1,30})\z")]
    private static partial Regex AreaCode();

    [GeneratedRegex(@"\A(?:TOTAL|[A-Z]{1,5}[.][^\p{C}|~/\\#?']{1,200})\z")]
    private static partial Regex CommodityCode();

    [GeneratedRegex(@"\A(?:[A-Z]{2,3}|Q[.][A-Z0-9]{1,5})\z")]
    private static partial Regex UnitCode();

    [GeneratedRegex(@"\A[A-Z]{2,12}\z")]
    private static partial Regex VariantCode();

    [GeneratedRegex(@"\A[0-9]{8}T[0-9]{6}[.][0-9]{7}Z\z")]
    private static partial Regex VersionName();
}
