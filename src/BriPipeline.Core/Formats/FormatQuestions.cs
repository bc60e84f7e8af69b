using BriPipeline.Core.Findings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Formats;

/// <summary>What is asked where a file of a documented format leaves out what its figures need.</summary>
internal static class FormatQuestions
{
    private static readonly Dictionary<string, (QuestionKind Kind, string[] Options)> Lacking = new(
        StringComparer.Ordinal
    )
    {
        ["reporter"] = (QuestionKind.Reporter, []),
        ["partner"] = (QuestionKind.Partner, [Area.World.Code]),
        ["flow"] = (QuestionKind.Flow, [nameof(TradeFlow.X), nameof(TradeFlow.M)]),
        ["commodity"] = (QuestionKind.Commodity, [Commodity.Total.Code]),
        ["unit"] = (QuestionKind.Unit, ["USD", "USD 3", "USD 6"]),
        ["multiplier"] = (QuestionKind.Unit, ["USD", "USD 3", "USD 6"]),
        ["period"] = (QuestionKind.Period, []),
    };

    private static readonly (QuestionKind Kind, FormatRole Role)[] Roles =
    [
        (QuestionKind.Reporter, FormatRole.Reporter),
        (QuestionKind.Partner, FormatRole.Partner),
        (QuestionKind.Flow, FormatRole.Flow),
        (QuestionKind.Commodity, FormatRole.Commodity),
        (QuestionKind.Period, FormatRole.Period),
    ];

    private static readonly Dictionary<FormatRole, QuestionKind> Codes = new()
    {
        [FormatRole.Reporter] = QuestionKind.Area,
        [FormatRole.Partner] = QuestionKind.Area,
        [FormatRole.Flow] = QuestionKind.Flow,
        [FormatRole.Commodity] = QuestionKind.Commodity,
        [FormatRole.Unit] = QuestionKind.Unit,
        [FormatRole.Period] = QuestionKind.Period,
        [FormatRole.Status] = QuestionKind.Limit,
    };

    private static Ask Of(FormatDescription format, string lacking)
    {
        var (kind, options) = Lacking[lacking];
        return new(kind, format.Title, [.. options.Select(option => new AskOption(option, Why.Common))]);
    }

    /// <summary>All that a figure lacks is asked at once.</summary>
    public static void Count(
        IReadOnlyList<string> lacking,
        FormatDescription format,
        AnswerBook book,
        Sheet sheet,
        CellAddress place,
        FindingTally tally
    )
    {
        foreach (var dimension in lacking)
        {
            var ask = Of(format, dimension);
            if (book.Find(ask) == Ask.LeaveOut)
            {
                tally.Count(FindingCodes.LeftOut, sheet, ask.About, place, ask.About, "#");
            }
            else
            {
                tally.Count(FindingCodes.FormatSaysNot, sheet, dimension, place, ask, format.Title, dimension, "#");
            }
        }
    }

    /// <summary>What is asked about a code that is in no list of its column; null where nobody could say it in one code.</summary>
    public static Ask? AskOf(FormatRole role, string text) =>
        text.Length > 0 && Codes.TryGetValue(role, out var kind)
            ? new(kind, text, kind == QuestionKind.Limit ? [new(Ask.No, Why.Common)] : [])
            : null;

    /// <summary>What an answer says of such a code; null where it says nothing.</summary>
    public static CodeReading? Answered(FormatRole role, string answer) =>
        role == FormatRole.Status
            ? answer == Ask.No
                ? CodeReading.Nothing
                : null
            : role == FormatRole.Unit
                ? ScaledUnit.Parse(answer) is { Unit: { } unit } said
                    ? new(
                        said.Power is > 0 and var power
                            ? [new(FormatRole.Unit, unit), new(FormatRole.Power, power)]
                            : [new(FormatRole.Unit, unit)],
                        false
                    )
                    : null
                : FormatStatement.Of(role, answer) is { } statement
                    ? new([statement], false)
                    : null;

    /// <summary>What was answered about the files of a format, as statements.</summary>
    public static IEnumerable<FormatStatement> Answered(FormatDescription format, AnswerBook book)
    {
        if (book.IsEmpty)
        {
            yield break;
        }

        foreach (var (kind, role) in Roles)
        {
            if (book.Find(kind, format.Title) is { } code && FormatStatement.Of(role, code) is { } said)
            {
                yield return said;
            }
        }

        if (
            book.Find(QuestionKind.Unit, format.Title) is { } unit
            && ScaledUnit.Parse(unit) is { Unit: { } named, Power: { } power }
        )
        {
            yield return new(FormatRole.Unit, named);
            yield return new(FormatRole.Power, power);
        }
    }
}
