using System.CommandLine;
using BriPipeline.Core.Trade;

namespace BriPipeline.Local.CommandLine;

/// <summary>The commands over summaries: <c>summarise</c> and <c>approve</c>.</summary>
internal static class SummaryCommands
{
    public static Command Summarise(CommandStorage storage)
    {
        var period = new Argument<TimePeriod>("PERIOD")
        {
            Description = "A month (2023-07) or a year (2022).",
            CustomParser = result => CommandArguments.ReadPeriod(result),
        };
        var subject = CommandArguments.Subject(
            "A reporter (KAZ), a pair (KAZ-CHN) or a region and a partner (143-CHN); all that are known for the period where it is not given.",
            required: false
        );
        var summarise = new Command("summarise", "Compile summaries now and say where the documents are.")
        {
            period,
            subject,
        };
        summarise.SetAction(
            (parsed, cancellation) =>
                storage.RunAsync(
                    parsed,
                    new SummariseCommand(
                        parsed.GetRequiredValue(period),
                        parsed.GetValue(subject),
                        storage.FolderOf(parsed)
                    ).RunAsync,
                    cancellation
                )
        );
        return summarise;
    }

    public static Command Approve(CommandStorage storage)
    {
        var period = new Argument<TimePeriod>("PERIOD")
        {
            Description = "A month (2023-07) or a year (2022).",
            CustomParser = result => CommandArguments.ReadPeriod(result),
        };
        var subject = CommandArguments.Subject(
            "A reporter (KAZ), a pair (KAZ-CHN) or a region and a partner (143-CHN).",
            required: true
        );
        var name = new Option<string>("--name")
        {
            Description = "Who approves; stands on the documents.",
            HelpName = "NAME",
            Required = true,
        };
        var reason = new Option<string?>("--reason")
        {
            Description = "Why, where findings are open about its figures; stands on the documents.",
            HelpName = "TEXT",
        };
        var approve = new Command("approve", "Put a name and the time on the newest edition of a summary.")
        {
            period,
            subject,
            name,
            reason,
        };
        approve.SetAction(
            (parsed, cancellation) =>
                storage.RunAsync(
                    parsed,
                    new ApproveCommand(
                        parsed.GetRequiredValue(period),
                        parsed.GetRequiredValue(subject)!,
                        parsed.GetRequiredValue(name),
                        parsed.GetValue(reason)
                    ).RunAsync,
                    cancellation
                )
        );
        return approve;
    }
}
