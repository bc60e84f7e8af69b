using System.Collections;
using System.Text.Json.Serialization.Metadata;

namespace BriPipeline.Core.Sources;

/// <summary>JSON for people: lists and objects that hold nothing, and what does not hold, are left out.</summary>
internal static class SparseJson
{
    public static DefaultJsonTypeInfoResolver Resolver { get; } =
        new()
        {
            Modifiers =
            {
                type =>
                {
                    foreach (var property in type.Properties)
                    {
                        if (property.PropertyType == typeof(bool))
                        {
                            property.ShouldSerialize = (_, value) => value is true;
                        }

                        if (
                            property.PropertyType != typeof(string)
                            && typeof(IEnumerable).IsAssignableFrom(property.PropertyType)
                        )
                        {
                            property.ShouldSerialize = (_, value) =>
                                value is IEnumerable many && many.Cast<object>().Any();
                        }
                    }
                },
            },
        };
}
