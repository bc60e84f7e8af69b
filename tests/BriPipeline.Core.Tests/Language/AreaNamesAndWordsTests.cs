using System.Text.Json;
using BriPipeline.Core.Language;

namespace BriPipeline.Core.Tests.Language;

/// <summary>Over a column a name of an area stands where a unit may stand: no word for units may be heard in it.</summary>
public sealed class AreaNamesAndWordsTests
{
    [Fact]
    public void NamesOfAreas_SayNoUnit()
    {
        var names = Names().Distinct(StringComparer.Ordinal).ToList();
        var heard =
            from name in names
            where AreaCodeList.Standard.Find(name).Count == 1
            let units = ReadText.Of(name).Units
            where units.Count > 0
            select $"{name}: {string.Join(", ", units.Select(unit => unit.Unit))}";

        Assert.True(names.Count > 15_000, $"{names.Count} names");
        Assert.Empty(heard);
    }

    private static IEnumerable<string> Names()
    {
        foreach (var list in (string[])["cldr-names", "country-names", "aliases"])
        {
            using var table = CodeListResource.Read($"CodeLists/{list}.json");
            foreach (var name in TextsOf(table.RootElement.GetProperty("names")))
            {
                yield return name;
            }
        }
    }

    private static IEnumerable<string> TextsOf(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(one => TextsOf(one.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(TextsOf),
            _ => [element.GetString()!],
        };
}
