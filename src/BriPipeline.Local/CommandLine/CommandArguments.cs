using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BriPipeline.Core.Trade;

namespace BriPipeline.Local.CommandLine;

/// <summary>Arguments and options that several commands take.</summary>
internal static class CommandArguments
{
    public static Argument<string[]> Files()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Workbooks: .xls, .xlsx, .csv, HTML tables.",
            Arity = ArgumentArity.OneOrMore,
        };
        files.Validators.Add(result =>
        {
            // The parser takes a mistyped option for one more file.
            foreach (
                var token in result.Tokens.Where(token => token.Value.StartsWith('-') && !File.Exists(token.Value))
            )
            {
                result.AddError($"Unrecognized option '{token.Value}'.");
            }
        });
        return files;
    }

    public static Option<string> RequiredSource() =>
        new("--source")
        {
            Description = "The source that publishes the workbooks.",
            HelpName = "NAME",
            Required = true,
        };

    public static Option<string?> Sources() =>
        new("--sources") { Description = "Folder of source profiles, NAME.json each.", HelpName = "DIR" };

    public static Option<TimePeriod?> Period(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "PERIOD",
            CustomParser = result => ReadPeriod(result),
        };

    public static TimePeriod ReadPeriod(ArgumentResult result)
    {
        try
        {
            return TimePeriod.Parse(result.Tokens[0].Value);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentOutOfRangeException)
        {
            result.AddError(
                $"'{result.Tokens[0].Value}' is not a period such as 2022, 2022-Q3, 2022-07 or 2023-01--2023-07."
            );
            return default;
        }
    }

    public static DateTimeOffset? ReadTime(ArgumentResult result)
    {
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, Styles, out var time))
        {
            return time;
        }

        result.AddError($"'{result.Tokens[0].Value}' is not a time such as 2023-02-20 or 2023-02-20T09:30:00Z.");
        return null;
    }
}
