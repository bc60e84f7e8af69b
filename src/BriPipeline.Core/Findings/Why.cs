namespace BriPipeline.Core.Findings;

/// <summary>The evidence for an option: keys of the texts of questions.</summary>
public static class Why
{
    /// <summary>A place says so, and another says something else.</summary>
    public const string Said = "said";

    /// <summary>A text names it.</summary>
    public const string Mentioned = "mentioned";

    /// <summary>A text may mean it, and something else as well.</summary>
    public const string MayMean = "may-mean";

    /// <summary>It is spelled like what was found; nothing else speaks for it.</summary>
    public const string Alike = "alike";

    /// <summary>It is often so; nothing in the file speaks for it.</summary>
    public const string Common = "common";

    /// <summary>A long list of partners does not have the country itself.</summary>
    public const string NoPartner = "no-partner";

    /// <summary>The office writes in the script of the file.</summary>
    public const string Language = "language";

    /// <summary>The tables of the office have such headings.</summary>
    public const string Headings = "headings";

    /// <summary>It was answered for an earlier file.</summary>
    public const string Answered = "answered";

    /// <summary>It stands so, and other figures contradict it.</summary>
    public const string Printed = "printed";

    /// <summary>Nothing is stored.</summary>
    public const string NothingStored = "nothing-stored";
}
