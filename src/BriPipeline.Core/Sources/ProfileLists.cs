namespace BriPipeline.Core.Sources;

/// <summary>Codes of profiles to choose from.</summary>
public static class ProfileLists
{
    public static IReadOnlyList<string> Valuations => ProfileCodes.Valuations.Listed!;

    public static IReadOnlyList<string> Calendars => ProfileCodes.Calendars.Listed!;

    /// <summary>What a mark in place of a figure may mean.</summary>
    public static IReadOnlyList<string> Marks => ProfileCodes.Marks.Listed!;
}
