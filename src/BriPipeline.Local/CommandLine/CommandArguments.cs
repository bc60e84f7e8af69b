using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using System.Globalization;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Local.CommandLine;

/// <summary>Arguments and options that several commands take.</summary>
internal static class CommandArguments
{
    public static Argument<string[]> Files()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Workbooks (.xls, .xlsx, .csv, HTML tables and others), or folders of them.",
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

    /// <summary>An option that takes a code of a list; a name is answered with the code that it means.</summary>
    public static Option<string?> Code(string name, string description, string example, ProfileCodes list)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = example };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && list.Wrong(text) is { } wrong)
            {
                result.AddError($"{name}: '{text}' {wrong}");
            }
        });
        if (list.Listed is { } codes)
        {
            option.CompletionSources.Add(_ => codes.Select(code => new CompletionItem(code)));
        }

        return option;
    }

    /// <summary>What a summary is of.</summary>
    public static Option<string?> Subject(string description, bool required)
    {
        var subject = new Option<string?>("--subject")
        {
            Description = description,
            HelpName = "KAZ",
            Required = required,
        };
        subject.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is not { } text || ProfileCodes.Areas.IsCode(text))
            {
                return;
            }

            foreach (var part in text.Split('-', 2) is { Length: 2 } pair ? pair : [text])
            {
                if (ProfileCodes.Areas.Wrong(part.Trim()) is { } alsoWrong)
                {
                    result.AddError($"--subject: '{part.Trim()}' {alsoWrong}");
                }
            }
        });
        return subject;
    }

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
