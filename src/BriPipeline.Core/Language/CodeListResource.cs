using System.Text.Json;

namespace BriPipeline.Core.Language;

/// <summary>The tables that are built into this assembly.</summary>
internal static class CodeListResource
{
    /// <exception cref="InvalidOperationException">No table of that name was built in.</exception>
    public static JsonDocument Read(string name)
    {
        using var stream =
            typeof(CodeListResource).Assembly.GetManifestResourceStream("CodeLists/" + name)
            ?? throw new InvalidOperationException($"The table '{name}' is not built in.");
        return JsonDocument.Parse(stream);
    }
}
