namespace BriPipeline.Local.CommandLine;

/// <summary>What <c>bri</c> tells the shell (DESIGN section 7; 1 is for faults of machine or storage).</summary>
internal static class ExitCodes
{
    internal const int Done = 0;
    internal const int Fault = 1;
    internal const int WrongUsage = 2;
    internal const int SomeCellsRejected = 3;
    internal const int FileRejectedOrHeld = 4;
}
