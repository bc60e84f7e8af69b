using BriPipeline.Core.Trade;
using BriPipeline.Web.Api;
using BriPipeline.Web.Handlers;
using Microsoft.AspNetCore.Http;

namespace BriPipeline.Web.Sdmx;

/// <summary>A key of an SDMX query: dimensions apart by dots, values of one by <c>+</c>, an empty one is any.</summary>
internal sealed record SdmxKey(IReadOnlyList<IReadOnlySet<string>> Values)
{
    private const string All = "all";

    /// <exception cref="RefusedException">It is no key of the data structure.</exception>
    public static SdmxKey Parse(string text)
    {
        if (text is All or "")
        {
            return new(
                SdmxStructure
                    .Dimensions.Select(_ => (IReadOnlySet<string>)new HashSet<string>(StringComparer.Ordinal))
                    .ToList()
            );
        }

        if (!text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '+' or '_' or '@' or '$' or '-'))
        {
            throw Wrong(text, 140, "holds a character that no code has");
        }

        var parts = text.Split('.');
        return parts.Length == SdmxStructure.Dimensions.Count
            ? new(
                parts
                    .Select(part =>
                        (IReadOnlySet<string>)
                            part.Split('+', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal)
                    )
                    .ToList()
            )
            : throw Wrong(
                text,
                150,
                $"has {parts.Length} parts and not {SdmxStructure.Dimensions.Count}: {string.Join('.', SdmxStructure.Dimensions.Select(dimension => dimension.Id))}"
            );
    }

    /// <summary>What of the key the store can look for; the rest is told by <see cref="Asks"/>.</summary>
    public TradeQuery Narrow(TradeQuery query) =>
        query with
        {
            Reporter = Only("REF_AREA") is { } reporter ? new Area(reporter) : null,
            Partner = Only("COUNTERPART_AREA") is { } partner ? new Area(partner) : null,
            Flow =
                Only("TRADE_FLOW") is { } flow && Enum.IsDefined(typeof(TradeFlow), flow)
                    ? Enum.Parse<TradeFlow>(flow)
                    : null,
            Commodity =
                Only("COMMODITY") is { } commodity && SdmxCode.Read(commodity) is { } code ? new Commodity(code) : null,
            Unit = Only("UNIT_MEASURE") is { } unit && SdmxCode.Read(unit) is { } own ? new Unit(own) : null,
            Frequency =
                Only("FREQ") is { } frequency && Enum.IsDefined(typeof(Frequency), frequency)
                    ? Enum.Parse<Frequency>(frequency)
                    : null,
            Variant = Only("VARIANT") is { } variant and not SdmxCode.None ? variant : null,
            Source = Only("SOURCE"),
        };

    public bool Asks(TradeRow row) =>
        SdmxStructure
            .Dimensions.Zip(Values)
            .All(pair => pair.Second.Count == 0 || pair.Second.Contains(pair.First.Code(row)));

    private string? Only(string dimension)
    {
        for (var i = 0; i < Values.Count; i++)
        {
            if (SdmxStructure.Dimensions[i].Id == dimension)
            {
                return Values[i].Count == 1 ? Values[i].Single() : null;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "There is no such dimension.");
    }

    private static RefusedException Wrong(string text, int code, string wrong) =>
        new(
            new Problem(
                StatusCodes.Status400BadRequest,
                code == 140 ? "Syntax error" : "Semantic error",
                $"The key '{(text.Length > 60 ? text[..60] + "…" : text)}' {wrong}.",
                "Leave a part empty for any value, and ask datastructure for the dimensions."
            )
            {
                Parameter = "key",
                SdmxCode = code,
            }
        );
}
