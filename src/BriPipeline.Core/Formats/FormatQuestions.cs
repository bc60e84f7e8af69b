using BriPipeline.Core.Findings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

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

    public static Ask Of(FormatDescription format, string lacking)
    {
        var (kind, options) = Lacking[lacking];
        return new(kind, format.Title, [.. options.Select(option => new AskOption(option, Why.Common))]);
    }

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
