namespace BriPipeline.Web.Handlers;

/// <summary>How much one upload form may carry.</summary>
public static class UploadLimits
{
    /// <summary>Bytes of all files together: what the reader accepts as one file.</summary>
    public const long FormBytes = 200L * 1024 * 1024;

    /// <summary>Versions listed on one page of uploads.</summary>
    internal const int ListedUploads = 100;
}
