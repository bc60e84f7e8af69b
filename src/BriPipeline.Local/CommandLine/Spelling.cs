using BriPipeline.Core.Sources;

namespace BriPipeline.Local.CommandLine;

/// <summary>Advice on what was most likely meant.</summary>
internal static class Spelling
{
    /// <summary>" Did you mean read?", or nothing where no name is like the text.</summary>
    internal static string Meant(string text, IReadOnlyCollection<string> names)
    {
        var letters = text.Order().ToList();
        var near =
            names.FirstOrDefault(name => name.Order().SequenceEqual(letters))
            ?? ProfileCodes.Nearest(text, names).FirstOrDefault();
        return near is null ? "" : $" Did you mean {near}?";
    }
}
