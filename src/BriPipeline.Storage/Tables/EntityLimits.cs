using System.Text;
using Azure.Data.Tables;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage;

/// <summary>Azure's limits of an entity and of a batch, asserted here because the emulator is laxer.</summary>
internal static class EntityLimits
{
    /// <summary>Of one transaction.</summary>
    public const int BatchEntities = 100;

    /// <summary>Of one transaction: 4 MiB, less what the request's own lines take.</summary>
    public const int BatchBytes = (4 * 1024 * 1024) - (256 * 1024);

    private const int EntityBytes = 1024 * 1024;
    private const int Properties = 252;

    /// <exception cref="UnstorableException">Storage would refuse the entity. Such input is a finding long before.</exception>
    public static void Check(TableEntity entity)
    {
        if (!KeyLimits.IsKey(entity.PartitionKey) || !KeyLimits.IsKey(entity.RowKey))
        {
            throw new UnstorableException(
                $"'{entity.PartitionKey}' and '{entity.RowKey}' cannot be keys: too long, or a forbidden character."
            );
        }

        var (tooLong, texts) = ((string?)null, 0);
        foreach (var (name, value) in entity)
        {
            if (value is string text)
            {
                texts += text.Length;
                tooLong = KeyLimits.IsProperty(text) ? tooLong : name;
            }
        }

        var isLarge = texts > EntityBytes / 16 && SizeOf(entity) > EntityBytes;
        if (tooLong is not null || entity.Count > Properties || isLarge)
        {
            throw new UnstorableException(
                $"The row '{entity.PartitionKey}' '{entity.RowKey}' is too large{(tooLong is null ? "" : $": {tooLong}")}."
            );
        }
    }

    /// <summary>Upper bound of what the entity takes in a transaction's request, in bytes.</summary>
    public static int SizeOf(TableEntity entity)
    {
        const int Envelope = 700;
        const int PerProperty = 80;
        var size = Envelope;
        foreach (var (name, value) in entity)
        {
            // JSON may write any character as \uXXXX.
            size +=
                PerProperty
                + (2 * name.Length)
                + (value is string text ? Encoding.UTF8.GetByteCount(text) + (3 * text.Length) : 0);
        }

        return size;
    }
}
