using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>What one path says of one key, from its first import on.</summary>
public sealed record Claim
{
    public required ObservationKey Key { get; init; }

    /// <summary>What is claimed; null once the path has taken the key back.</summary>
    public Figure? Figure { get; init; }

    /// <summary>The version that said so first (a reprint that brings nothing new leaves it).</summary>
    public required ClaimVersion Stated { get; init; }

    /// <summary>The last version that said so; it decides between the claims of several paths.</summary>
    public required ClaimVersion Held { get; init; }

    /// <summary>The first version of the path that had the key.</summary>
    public required ClaimVersion First { get; init; }

    /// <summary>The last version of the path that changed the row; null while other paths' claims were shown throughout.</summary>
    public ClaimVersion? Changed { get; init; }
}
