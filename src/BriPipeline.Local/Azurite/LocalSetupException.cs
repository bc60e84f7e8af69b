namespace BriPipeline.Local;

/// <summary>The machine lacks what the local host needs; the message says what, and what to do about it.</summary>
public sealed class LocalSetupException : Exception
{
    private const string OrUseAnAccount =
        "Or use a storage account instead: set the environment variable Data to its connection string.";

    public LocalSetupException() { }

    public LocalSetupException(string message)
        : base(message) { }

    public LocalSetupException(string message, Exception innerException)
        : base(message, innerException) { }

    internal static LocalSetupException ToolMissing(string tool) =>
        new(
            $"{tool} was not found. It comes with Node.js, which runs Azurite, the local emulator of Azure Storage. "
                + "Install Node.js 20 or later from https://nodejs.org, or with the system's package manager "
                + "(apt install nodejs npm, brew install node, winget install OpenJS.NodeJS.LTS), and start again. "
                + OrUseAnAccount
        );

    internal static LocalSetupException InstallFailed(string output) =>
        new(
            "npm could not install Azurite, the local emulator of Azure Storage. The first start needs access to npm's "
                + $"registry; see npm's output below and start again. {OrUseAnAccount}\n{output}"
        );

    internal static LocalSetupException NotStarted(string output) =>
        new($"Azurite, the local emulator of Azure Storage, did not start. {OrUseAnAccount} Its output:\n{output}");

    internal static LocalSetupException FolderInUse(string folder) =>
        new(
            $"The data folder {folder} is in use by another process that does not answer. "
                + "Stop that process, or name another folder with --data."
        );
}
