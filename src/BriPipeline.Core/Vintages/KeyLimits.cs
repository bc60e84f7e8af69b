using System.Buffers;

namespace BriPipeline.Core.Vintages;

/// <summary>What Azure Table Storage allows, and what the contract allows in parts of a key. The emulator is laxer.</summary>
public static class KeyLimits
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create([
        .. "/\\#?",
        .. Enumerable.Range(0, 256).Select(code => (char)code).Where(char.IsControl),
    ]);

    /// <summary>Of a partition or row key.</summary>
    public const int KeyBytes = 1024;

    /// <summary>Of a text property, in UTF-16.</summary>
    public const int PropertyBytes = 64 * 1024;

    /// <summary>True if a table takes the text as a partition or row key: length, and no <c>/ \ # ?</c> or control characters.</summary>
    public static bool IsKey(string key) =>
        key.Length <= KeyBytes / sizeof(char) && key.AsSpan().IndexOfAny(Forbidden) < 0;

    /// <summary>True if the text may be one part of a key.</summary>
    public static bool IsPart(string part) => part.Length > 0 && IsKey(part) && part.AsSpan().IndexOfAny('|', '~') < 0;

    public static bool IsProperty(string? text) => text is null || text.Length <= PropertyBytes / sizeof(char);
}
