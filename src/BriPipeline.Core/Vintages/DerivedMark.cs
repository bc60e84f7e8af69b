using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>When imports of one path moved a derived row: what <see cref="Claim.First"/> and <see cref="Claim.Changed"/>
/// are to a published one.</summary>
/// <param name="First">The first import of the path that gave or changed the row.</param>
/// <param name="Changed">The last one.</param>
public sealed record DerivedMark(ObservationKey Key, ClaimVersion First, ClaimVersion Changed);
