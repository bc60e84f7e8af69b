using BriPipeline.Core.Language;

namespace BriPipeline.Core.Tests.Language;

public sealed class PartnerLimitsTests
{
    /// <summary>A title, the group of partners that it leaves no doubt of, and the union whose trade it is.</summary>
    [Theory]
    [InlineData("Exports of the EAEU member states to third countries", "_NON_EAEU", "_EAEU")]
    [InlineData("Экспорт товаров государств – членов ЕАЭС в третьи страны", "_NON_EAEU", "_EAEU")]
    [InlineData("Exports to third countries (outside the EU)", "_NON_EU", null)]
    [InlineData("Extra-EU exports to third countries", "_NON_EU", null)]
    // Nothing says which union it is, or whether it is among the partners.
    [InlineData("Exports to third countries", null, null)]
    [InlineData("Exports to the EAEU and third countries", null, null)]
    [InlineData("Экспорт Казахстана в страны ЕАЭС и третьи страны", null, null)]
    [InlineData("Exports of the EAEU to third countries and China", null, null)]
    [InlineData("Exports of the EAEU to third countries and the CIS", null, null)]
    [InlineData("Mutual trade of the EAEU", null, null)]
    [InlineData("Exports to the rest of the world", null, null)]
    [InlineData("Exports by country", null, null)]
    public void GroupIn_GivesTheGroup_OnlyWhereTheTitleLeavesNoDoubt(string title, string? partner, string? union)
    {
        var found = PartnerLimits.GroupIn(title);

        Assert.Equal(partner, found?.Partner.Code);
        Assert.Equal(union, found?.Union?.Code);
    }

    [Theory]
    [InlineData("third countries", "KAZ", "_NON_EAEU, _NON_CIS")]
    [InlineData("third countries", "POL", "_NON_EU")]
    [InlineData("третьи страны", "_EAEU", "_NON_EAEU")]
    [InlineData("mutual trade", "KGZ", "_EAEU, _CIS")]
    [InlineData("rest of the world", "KAZ", "_OTHER")]
    [InlineData("third countries", "BRA", "")]
    public void Possible_GivesTheGroups_OfTheUnionsOfTheReporter(string words, string reporter, string expected) =>
        Assert.Equal(
            expected,
            string.Join(", ", PartnerLimits.Possible(words, [new(reporter)]).Select(area => area.Code))
        );

    [Theory]
    [InlineData("Rest of the EU", "_EU")]
    [InlineData("Resto Mercosur", "_MERCOSUR")]
    [InlineData("Otros países de MERCOSUR", "_MERCOSUR")]
    [InlineData("Autres pays de l'UE", "_EU")]
    [InlineData("Restliche EU-Länder", "_EU")]
    [InlineData("Прочие страны ЕС", "_EU")]
    [InlineData("其他东盟国家", "_ASEAN")]
    [InlineData("Các nước ASEAN khác", "_ASEAN")]
    [InlineData("ASEAN lainnya", "_ASEAN")]
    [InlineData("Other Africa", "002")]
    [InlineData("EU - other countries", "_EU")]
    // The whole group, a country, what has a code of its own, and what is no group.
    [InlineData("Total Mercosur", null)]
    [InlineData("European Union", null)]
    [InlineData("Rest of the world", null)]
    [InlineData("Other countries", null)]
    [InlineData("Other CIS countries", null)]
    [InlineData("Rest of China", null)]
    [InlineData("Other goods", null)]
    public void RestOf_GivesTheGroup_OfWhichALabelIsWhatIsLeft(string label, string? group) =>
        Assert.Equal(group, AreaCodeList.Standard.RestOf(label)?.Code);

    [Theory]
    [InlineData("UE 28", "_EU28")]
    [InlineData("Total UE 28", "_EU28")]
    [InlineData("Pays de l'UE (27)", "_EU27_2020")]
    [InlineData("EU 99", null)]
    public void Find_GivesTheGroupOfSoManyMembers_InAnyLanguage(string label, string? group) =>
        Assert.Equal(group, AreaCodeList.Standard.Find(label) is [var only] ? only.Code : null);
}
