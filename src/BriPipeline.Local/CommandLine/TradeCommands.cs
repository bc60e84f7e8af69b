using System.CommandLine;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Local.CommandLine;

/// <summary>The commands over stored rows: <c>export</c> and <c>verify</c>.</summary>
internal static class TradeCommands
{
    public static Command Export(CommandStorage storage)
    {
        var reporter = CommandArguments.Code("--reporter", "Only this reporter.", "KAZ", ProfileCodes.Areas);
        var partner = CommandArguments.Code("--partner", "Only this partner.", "CHN", ProfileCodes.Areas);
        var flow = CommandArguments.Code("--flow", "Only this flow.", "X", ProfileCodes.Flows);
        var commodity = CommandArguments.Code("--commodity", "Only this commodity.", "TOTAL", ProfileCodes.Commodities);
        var from = CommandArguments.Period("--from", "Only periods that end in or after this one.");
        var to = CommandArguments.Period("--to", "Only periods that start in or before this one.");
        var asOf = new Option<DateTimeOffset?>("--as-of")
        {
            Description = "What was known at this time (ISO 8601, UTC where no offset is given).",
            HelpName = "TIME",
            CustomParser = CommandArguments.ReadTime,
        };
        var format = new Option<string>("--format")
        {
            Description = "How to print the rows.",
            DefaultValueFactory = _ => TradeOutput.Csv,
        };
        format.AcceptOnlyFromAmong(TradeOutput.Csv, TradeOutput.Json, TradeOutput.SdmxCsv);
        var export = new Command("export", "Print stored rows, sorted by key.")
        {
            reporter,
            partner,
            flow,
            commodity,
            from,
            to,
            asOf,
            format,
        };
        export.SetAction(
            (parsed, cancellation) =>
            {
                var query = new TradeQuery
                {
                    Reporter = parsed.GetValue(reporter) is { } one ? new Area(one) : null,
                    Partner = parsed.GetValue(partner) is { } other ? new Area(other) : null,
                    Flow = parsed.GetValue(flow) is { } name ? Enum.Parse<TradeFlow>(name) : null,
                    Commodity = parsed.GetValue(commodity) is { } code ? new Commodity(code) : null,
                    From = parsed.GetValue(from),
                    To = parsed.GetValue(to),
                    AsOf = parsed.GetValue(asOf),
                };
                return storage.RunAsync(
                    parsed,
                    new ExportCommand(query, parsed.GetRequiredValue(format)).RunAsync,
                    cancellation
                );
            }
        );
        return export;
    }

    public static Command Verify(CommandStorage storage)
    {
        var repair = new Option<bool>("--repair") { Description = "Repair what differs." };
        var verify = new Command("verify", "Recompute the stored rows from the manifests and report any difference.")
        {
            repair,
        };
        verify.SetAction(
            (parsed, cancellation) =>
                storage.RunAsync(parsed, new VerifyCommand(parsed.GetValue(repair)).RunAsync, cancellation)
        );
        return verify;
    }
}
