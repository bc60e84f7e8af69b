using System.CommandLine;
using System.Globalization;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Local.CommandLine;

/// <summary><c>bri discard</c>: sets a plan aside that cannot be applied.</summary>
/// <param name="Seq">Null for whichever is open.</param>
internal sealed record DiscardCommand(string Source, long? Seq)
{
    public static Command Of(CommandStorage storage)
    {
        var plan = new Argument<string>("PLAN")
        {
            Description = "A source, or a source and the number of its open plan, as kz-bns/12.",
        };
        plan.Validators.Add(result =>
        {
            if (Parse(result.GetValueOrDefault<string>()) is null)
            {
                result.AddError($"'{result.GetValueOrDefault<string>()}' is not a plan: write kz-bns or kz-bns/12.");
            }
        });
        var command = new Command(
            "discard",
            "Discard a plan that cannot be applied, so that the uploads behind it are imported."
        )
        {
            plan,
        };
        command.SetAction(
            (parsed, cancellation) =>
                storage.RunAsync(parsed, Parse(parsed.GetRequiredValue(plan))!.RunAsync, cancellation)
        );
        return command;
    }

    internal static DiscardCommand? Parse(string? plan)
    {
        if (plan?.Split('/') is not [var source, .. var rest] || rest.Length > 1 || !SourceName.IsValid(source))
        {
            return null;
        }

        return rest.Length == 0 ? new(source, null)
            : long.TryParse(rest[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? new(source, seq)
            : null;
    }

    internal async Task<int> RunAsync(IServiceProvider services, Terminal terminal, CancellationToken cancellation)
    {
        if (await services.GetRequiredService<WorkbookImport>().DiscardAsync(Source, Seq, cancellation))
        {
            await terminal.Output.WriteLineAsync(
                $"{Source}: the plan was discarded, and nothing of it is stored. The uploads that waited for it were imported."
            );
            await terminal.Output.FlushAsync(cancellation);
            return ExitCodes.Done;
        }

        terminal.Say($"{Source}: there is no such open plan, or an import of the source is running.");
        return ExitCodes.WrongUsage;
    }
}
