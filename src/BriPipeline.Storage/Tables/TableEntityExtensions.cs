using Azure.Data.Tables;

namespace BriPipeline.Storage;

/// <summary>Columns that a row may lack.</summary>
internal static class TableEntityExtensions
{
    public static void AddUnlessNull(this TableEntity entity, string name, object? value)
    {
        if (value is not null)
        {
            entity[name] = value;
        }
    }
}
