namespace BriPipeline.Storage;

/// <summary>Which storage account holds the data: a connection string, or the addresses of its services and an identity.</summary>
/// <param name="ConnectionString">Null where identity settings speak.</param>
/// <param name="Credential"><c>managedidentity</c>, or null for whatever identity the environment offers.</param>
/// <param name="ClientId">Of a user-assigned identity.</param>
public sealed record StorageSettings(
    string? ConnectionString,
    Uri? BlobService,
    Uri? QueueService,
    Uri? TableService,
    string? Credential,
    string? ClientId
)
{
    public static StorageSettings OfConnectionString(string connectionString) =>
        new(connectionString, null, null, null, null, null);

    /// <summary>Reads <c>Data</c>, <c>Data__blobServiceUri</c>, <c>Data__queueServiceUri</c>, <c>Data__tableServiceUri</c>,
    /// <c>Data__credential</c>, <c>Data__clientId</c>; where none is set, <c>AzureWebJobsStorage</c>.</summary>
    /// <param name="setting">Value of a setting by name; null where it is not set. Also asked with <c>:</c> for <c>__</c>.</param>
    /// <exception cref="InvalidOperationException">A setting is missing or not an address; the message names it.</exception>
    public static StorageSettings From(Func<string, string?> setting)
    {
        if (Find(setting, "Data") is { } data)
        {
            return OfConnectionString(data);
        }

        string[] services = ["Data__blobServiceUri", "Data__queueServiceUri", "Data__tableServiceUri"];
        if (services.Any(name => Find(setting, name) is not null))
        {
            return new(
                null,
                Address(setting, services[0]),
                Address(setting, services[1]),
                Address(setting, services[2]),
                Find(setting, "Data__credential"),
                Find(setting, "Data__clientId")
            );
        }

        return OfConnectionString(
            Find(setting, "AzureWebJobsStorage")
                ?? throw new InvalidOperationException(
                    "No storage account is set: set Data to a connection string, or Data__blobServiceUri, Data__queueServiceUri and Data__tableServiceUri to the addresses of the account's services."
                )
        );
    }

    private static Uri Address(Func<string, string?> setting, string name) =>
        Find(setting, name) is not { } text
            ? throw new InvalidOperationException(
                $"The setting {name} is missing: the address of a service of the data account."
            )
        : Uri.TryCreate(text, UriKind.Absolute, out var address) ? address
        : throw new InvalidOperationException($"The setting {name} is not an address: '{text}'.");

    private static string? Find(Func<string, string?> setting, string name) =>
        setting(name) is { Length: > 0 } text ? text
        : setting(name.Replace("__", ":", StringComparison.Ordinal)) is { Length: > 0 } other ? other
        : null;
}
