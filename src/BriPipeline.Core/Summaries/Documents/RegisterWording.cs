using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>What a row of a register says, in the words of one language. What the register gives in English only is marked.</summary>
internal sealed class RegisterWording(SummaryTexts texts, SummaryFormat format)
{
    public string Name(RegisterRow row) => Marked(row.Names.GetValueOrDefault(texts.Language), row.Names["en"]);

    public string Place(RegisterRow row) => Word(row, "place", row.Place);

    public string Sector(RegisterRow row) => Word(row, "sector", row.Sector);

    public string Speaker(RegisterRow row) => Word(row, "speaker", row.Speaker);

    public string Status(RegisterRow row) =>
        row.Status is { } status && texts.Find("project." + status) is { } known
            ? known
            : Word(row, "status", row.Status);

    /// <summary>When it was set or said; where the source does not say when, the day of the source, as that.</summary>
    public string Date(RegisterRow row) =>
        row.Date is { } date ? format.Date(date) : SummaryFormat.Fill(texts["reportedOn"], format.Day(row.SourceDate));

    /// <summary>The amount of money as it was said, with its qualifier, in the power of ten that sentences count in.</summary>
    public string Money(RegisterRow row) => Say("quoted", row, format.Scaled(row.Amount ?? 0));

    /// <summary>The figure as it was said: with its qualifier, in its own unit.</summary>
    public string Count(RegisterRow row) =>
        row.Amount is { } amount ? Say("quantity", row, format.Counted(amount, row.Unit)) : "";

    private string Say(string key, RegisterRow row, string amount) =>
        SummaryFormat
            .Fill(
                texts.Find($"{key}.{row.Qualifier}") ?? texts[key],
                row.Qualifier is { } said ? texts.Find("qualifier." + said) ?? Marked(null, said) : "",
                amount,
                row.Unit is { } unit ? format.Unit(unit) : "",
                texts.AblativeOf(row.Amount ?? 0)
            )
            .Trim();

    private string Word(RegisterRow row, string column, string? english) =>
        english is null ? "" : Marked(row.Words.GetValueOrDefault($"{column} {texts.Language}"), english);

    private string Marked(string? translated, string english) =>
        translated
        ?? (
            texts.Language == SummaryTexts.English.Language ? english : SummaryFormat.Fill(texts["inEnglish"], english)
        );
}
