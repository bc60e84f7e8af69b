using System.Globalization;
using BriPipeline.Core.Findings;

namespace BriPipeline.Local.CommandLine;

/// <summary>Questions as the terminal prints them.</summary>
internal static class QuestionLines
{
    /// <summary>The keys of options, in their order.</summary>
    private const string Keys = "123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>A question in one line, as <c>read</c> and <c>import</c> print it.</summary>
    internal static string Of(Question question)
    {
        var place = string.Join(
            ' ',
            new[] { question.Sheet, question.Cells?.Split(' ')[0] }.Where(part => part?.Length > 0)
        );
        return $"  question: {question.Text.En} ({question.Figures.ToString(CultureInfo.InvariantCulture)} figures{(place.Length == 0 ? "" : $", {place}")})";
    }

    /// <summary>A question with its options, what speaks for each and what each would store.</summary>
    internal static void Write(Terminal terminal, Question question, int number, int count)
    {
        terminal.Say("");
        terminal.Say($"{number}/{count}  {question.Text.En}");
        terminal.Say(
            $"     {question.Figures} figures; the answer holds for {question.Files ?? "all files of the source"}."
        );
        foreach (var (index, option) in question.Options.Take(Keys.Length).Index())
        {
            terminal.Say($"  {Keys[index]}  {option.Text.En} [{option.Is}]: {option.Why.En}");
            foreach (var figure in option.Preview ?? [])
            {
                terminal.Say($"       {Of(PendingFigure.Of(figure, new HashSet<QuestionKind>()))}");
            }

            foreach (var figure in option.Pending ?? [])
            {
                terminal.Say($"       {Of(figure)}, once the other questions are answered");
            }
        }

        terminal.Say(
            question.Free is { } list
                ? $"  ?  another code of {list}, typed in; Enter skips the question"
                : "     Enter skips the question"
        );
    }

    internal static QuestionOption? OptionAt(Question question, char key) =>
        Keys.IndexOf(char.ToLowerInvariant(key), StringComparison.Ordinal) is >= 0 and var index
            ? question.Options.ElementAtOrDefault(index)
            : null;

    private static string Of(PendingFigure figure)
    {
        string[] columns =
        [
            figure.Reporter,
            figure.Partner,
            figure.Flow,
            figure.Commodity,
            figure.Period,
            figure.Value.Length > 0 ? figure.Value : figure.Raw,
            figure.Unit,
        ];
        var place = string.Join('!', new[] { figure.Sheet, figure.Cell }.Where(part => part.Length > 0));
        return $"{string.Join(' ', columns.Select(column => column.Length > 0 ? column : "?"))} ({place})";
    }
}
