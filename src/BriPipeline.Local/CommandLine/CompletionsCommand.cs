using System.CommandLine;

namespace BriPipeline.Local.CommandLine;

/// <summary><c>bri completions</c>: what a shell needs to complete commands, options and codes. Each script asks <c>bri</c> itself.</summary>
internal static class CompletionsCommand
{
    private static readonly (string Shell, string Script)[] Scripts =
    [
        (
            "bash",
            """
            _bri() {
                local IFS=$'\n' line=${COMP_LINE:0:COMP_POINT}
                COMPREPLY=($(compgen -W "$(bri "[suggest:${#line}]" "$line" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o bashdefault -o default -F _bri bri
            """
        ),
        (
            "zsh",
            """
            _bri() {
                local -a found
                found=("${(@f)$(bri "[suggest:${CURSOR}]" "$BUFFER" 2>/dev/null)}")
                compadd -a found || _files
            }
            compdef _bri bri
            """
        ),
        (
            "fish",
            """
            complete -c bri -a '(set -l line (commandline -cp); bri "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)'
            """
        ),
        (
            "powershell",
            """
            Register-ArgumentCompleter -Native -CommandName bri -ScriptBlock {
                param($word, $line, $cursor)
                bri "[suggest:$cursor]" "$line" 2>$null | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }
            """
        ),
    ];

    internal static IEnumerable<string> Shells => Scripts.Select(one => one.Shell);

    internal static Command Of(Terminal terminal)
    {
        var shell = new Argument<string>("SHELL") { Description = string.Join(", ", Shells) + "." };
        shell.AcceptOnlyFromAmong([.. Shells]);
        var completions = new Command("completions", "Print what a shell needs to complete bri's words.") { shell };
        completions.SetAction(async parsed =>
        {
            var (_, script) = Array.Find(Scripts, one => one.Shell == parsed.GetRequiredValue(shell));
            await terminal.Output.WriteLineAsync(script.ReplaceLineEndings("\n"));
            return ExitCodes.Done;
        });
        return completions;
    }
}
